/** What a browser loads for the login pages: `npm run weight`, and its goals. */
import { spawnSync } from "node:child_process";
import { projectNode, root } from "../../../scripts/install.mjs";
import type { Findings, Goal } from "../measure/report";

const most = 10;

export async function measure(): Promise<Findings> {
  const { stdout, stderr } = spawnSync(projectNode(), ["tests/bench/weight.mjs"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    encoding: "utf8",
  });
  const lines = stdout.split("\n").filter((line) => line.startsWith("|"));
  const goals = lines.flatMap((line): Goal[] => {
    const [, page, , over] = line.split("|").map((cell) => cell.trim());
    if (!page?.startsWith("/")) return [];
    return [
      {
        what: `JavaScript of ${page} over an empty Next page`,
        goal: `≤ ${most} kB gzip`,
        measured: `${over} kB`,
        met: Number(over) <= most,
      },
    ];
  });
  if (goals.length === 0) throw new Error(`The pages were not weighed: ${stderr}`);
  const text =
    "What Chromium loads with an empty cache, gzipped, beside a page with one heading built by the same Next with the same " +
    `settings (\`npm run weight\`).\n\n${lines.join("\n")}`;
  return { title: "Weight of the login pages", goals, text };
}
