/** No door stands outside of the table, and each does in the code what the table says of it. */
import { describe, expect, test } from "vitest";
import { type Access, actions, pages, permissionIn, routes } from "../support/doors";
import {
  actionsOfFiles,
  type FoundDoor,
  filesWithActions,
  pagesOfFiles,
  routesOfFiles,
  strayActions,
} from "../support/doors-of-files";

const kinds = [
  ["page", pagesOfFiles(), pages],
  ["route", routesOfFiles(), routes],
  ["action", actionsOfFiles(), actions],
] as const;

test("there are doors to look at", () => {
  for (const [, found] of kinds) expect(found.length).toBeGreaterThan(5);
});

test.each(kinds)("every %s is in the table, and the table holds no other", (_, found, table) => {
  expect(found.map(({ door }) => door).sort()).toEqual(Object.keys(table).sort());
});

test("actions are functions of files that hold nothing else, and are called actions.ts", () => {
  expect(strayActions()).toEqual([]);
  expect(filesWithActions().filter((file) => !file.endsWith("/actions.ts"))).toEqual([]);
});

/** What the code of a door must say, so that it opens for whom the table names and for nobody else. */
function guards(access: Access): RegExp[] {
  const { permission, fresh } = permissionIn(access);
  if (permission) {
    const simply = `await (?:permit\\("${permission}"\\)|permitForm\\("${permission}", form\\))`;
    if (!fresh) return [new RegExp(simply)];
    // A route and a long form judge freshness themselves, to lead back to a page or to keep what was typed.
    return [
      new RegExp(`await permitFresh\\("${permission}"\\)|${simply}[\\s\\S]*freshly\\(by, now\\(\\)\\)`),
    ];
  }
  // A frame around pages guards no action, and no page that is asked for without it.
  if (access === "not in production")
    return [/^\s*notInProduction\(\);|^ {2}if \(!mailboxIsOpen\(\)\) notFound\(\);/m];
  if (fresh) return [/await freshly(SignedIn|Visiting)\((?:"[a-z-]+")?\)/];
  // The page of the step-up is where the others send to; it asks for the session itself.
  if (access === "signed in")
    return [/await signedIn\(\)|await currentSession\(\);\s*if \(!session\) return logInFirst\(/];
  return [];
}

const guarded = kinds.flatMap(([kind, found, table]) =>
  found.map((each): [string, FoundDoor, Access] => [
    `${kind} ${each.door}`,
    each,
    table[each.door] ?? "anyone",
  ]),
);

describe("asks for what the table says:", () => {
  test.each(guarded.filter(([, , access]) => guards(access).length > 0))("%s", (_, { code }, access) => {
    for (const guard of guards(access)) expect(code).toMatch(guard);
  });
});

describe("says that it is for everybody:", () => {
  const open = actionsOfFiles().filter(({ door }) =>
    ["anyone", "pending login"].includes(actions[door] ?? ""),
  );
  test.each(open)("$door", ({ code }) => {
    expect(code).toMatch(/^\s*anyone\(\);/);
  });
});

describe("acts on the browser's own pending login alone:", () => {
  const ofLogin = [...pagesOfFiles(), ...actionsOfFiles()].filter(
    ({ door }) => (pages[door] ?? actions[door]) === "pending login",
  );
  test.each(ofLogin)("$door", ({ code }) => {
    expect(code).toMatch(/await (currentPendingLogin|pendingToken)\(\)|answer\("/);
  });
});

describe("an action looks at nothing before it knows who asks:", () => {
  test.each(actionsOfFiles())("$door", ({ code }) => {
    // A form that was left behind is refused because of who sends it, or does not any more.
    const asking = code.replace(
      /^\s*const behind = await leftBehind\(form.*\);\s*if \(behind\) return behind;\n/,
      "",
    );
    const first = asking.split("\n").find((line) => line.trim() && !line.trim().startsWith("//"));
    expect(first).toMatch(
      /^ {2}(anyone\(\);|notInProduction\(\);|const .* = await (permit|permitForm|permitFresh|signedIn|freshlySignedIn|currentSession)\()/,
    );
  });
});

describe("an action that hashes a password says when too many do at once:", () => {
  const hashing = /await (startLogin|startStepUp|changePassword|resetPassword|confirmEmail)\(/;
  const ofPasswords = actionsOfFiles().filter(({ code }) => hashing.test(code));

  test("there are five", () => {
    expect(ofPasswords).toHaveLength(5);
  });

  test.each(ofPasswords)("$door", ({ code }) => {
    expect(code).toMatch(/\)\.catch\(busy\);/);
  });
});
