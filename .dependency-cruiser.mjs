/** Import directions of the house. Each rule says what a stranger may rely on; see README, "The house". */
const contexts = "sessions|accounts|two-factor|login|organisations|audit|mail|throttle";

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

export default {
  forbidden: [
    forbid(
      "no-circles",
      "Two files that need each other are one idea.",
      {},
      { circular: true, dependencyTypesNot: ["type-only"] },
    ),
    forbid(
      "kernel-knows-nothing",
      "The kernel knows nothing of the product.",
      { path: "^lib/kernel/" },
      { path: "^(lib/(?!kernel/)|app/|components/|emails/)" },
    ),
    forbid(
      "database-on-kernel",
      "The database folder stands on the kernel alone.",
      { path: "^lib/database/" },
      { path: "^(lib/(?!kernel/|database/)|app/|components/|emails/)" },
    ),
    forbid(
      "own-queries",
      "No context touches another context's queries, and neither do the jobs and the demo.",
      { path: `^lib/(${contexts}|jobs|demo)/` },
      { path: `^lib/(${contexts})/[a-z-]*queries\\.ts$`, pathNot: "^lib/$1/" },
    ),
    forbid(
      "queries-by-verbs",
      "Pages and letters ask verbs, never queries.",
      { path: "^(app|components|emails|lib/web)/" },
      { path: "queries\\.ts$" },
    ),
    forbid(
      "parts-in-statements",
      "Parts of statements are for queries and for other parts; a verb knows those of its own context alone.",
      {
        path: "^(app|components|emails|lib/[a-z-]+)/",
        pathNot: "^lib/[a-z-]+/([a-z-]*queries|[a-z-]+-parts)\\.ts$",
      },
      { path: "-parts\\.ts$", pathNot: "^$1/" },
    ),
    forbid(
      "sessions-lowest",
      "A session is a row that every context above can end.",
      { path: "^lib/sessions/" },
      { path: "^lib/(accounts|two-factor|login|organisations|web)/" },
    ),
    forbid(
      "accounts-below",
      "accounts knows sessions alone.",
      { path: "^lib/accounts/" },
      { path: "^lib/(two-factor|login|organisations|web)/" },
    ),
    forbid(
      "two-factor-below",
      "two-factor knows accounts and sessions.",
      { path: "^lib/two-factor/" },
      { path: "^lib/(login|organisations|web)/" },
    ),
    forbid(
      "login-below",
      "login does not know organisations.",
      { path: "^lib/login/" },
      { path: "^lib/(organisations|web)/" },
    ),
    forbid(
      "organisations-below",
      "organisations does not know the web.",
      { path: "^lib/organisations/" },
      { path: "^lib/web/" },
    ),
    forbid(
      "servants",
      "audit, mail and throttle import no context.",
      { path: "^lib/(audit|mail|throttle)/" },
      { path: `^lib/((${contexts})/|web/)`, pathNot: "^lib/$1/" },
    ),
    forbid(
      "words-alone",
      "Words know what they say, not who says it: the kernel alone.",
      { path: "^lib/words/" },
      { path: "^(lib/(?!kernel/|words/)|app/|components/|emails/)" },
    ),
    forbid(
      "jobs-and-demo-on-top",
      "The queue's work and the demo's people call the product; only what starts it or shows it calls them.",
      { path: "^(lib/(?!jobs/|demo/)|components/|emails/)" },
      { path: "^lib/(jobs|demo)/" },
    ),
    forbid(
      "next-at-the-edge",
      "Next and NextAuth only in app, lib/web and Next's own root files.",
      { path: "^(lib/(?!web/)|components/|emails/)" },
      {
        path: "^node_modules/(next|next-auth|@auth)/",
        pathNot: "^node_modules/next/(dist/client/|link|navigation|form)",
      },
    ),
    forbid(
      "light-at-the-start",
      "instrumentation.ts is built for the edge, too, where there is no file system and so no environment.",
      { path: "^lib/(web/request-scope|kernel/unavailable)\\.ts$" },
      { path: "^lib/kernel/env\\.ts$", reachable: true },
    ),
    forbid(
      "kysely-in-queries",
      "Kysely only in lib/database, in queries and in parts of statements.",
      {
        path: "^(lib|app|components|emails)/",
        pathNot: "^lib/(database/|[a-z-]+/([a-z-]*queries|[a-z-]+-parts)\\.ts$)",
      },
      { path: "^node_modules/kysely/" },
    ),
    forbid(
      "components-blind",
      "Components know nothing of the product.",
      { path: "^components/" },
      { path: "^(app|emails|lib)/" },
    ),
    forbid(
      "letters-blind",
      "Letters know their props, their paper and their words.",
      { path: "^emails/" },
      { path: "^(app|components|lib/(?!kernel/|words/))" },
    ),
    forbid(
      "no-tests-in-product",
      "The product never imports its tests or scripts.",
      { path: "^(app|components|emails|lib)/" },
      { path: "^(tests|scripts)/" },
    ),
    forbid(
      "no-dev-packages",
      "The product runs on its dependencies alone.",
      { path: "^(app|components|emails|lib)/" },
      { dependencyTypes: ["npm-dev"], pathNot: "^node_modules/@types/" },
    ),
  ],
  options: {
    // TypeScript 7 has no interface for tools; swc reports imports of types, too.
    parser: "swc",
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
