/** A name is one line that tables and letters can hold, whether its owner gives it or an administrator. */
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { UserSchema } from "@/app/(signed-in)/administration/users/user-schema";
import { isName, longestName } from "@/lib/accounts/name";
import { en } from "@/lib/words/en";

test.each([
  "Jane Doe",
  "Łukasz Dąbrowski",
  "李小龍",
  "O'Brien & Sons",
  "\u05d3\u05d5\u05d3\u200f",
  "x".repeat(longestName),
])("%s is a name", (name) => {
  expect(isName(name)).toBe(true);
});

const none = [
  "",
  "Jane\nDoe",
  "Jane\u0007",
  "Jane\u0000",
  "Jane\u0085Doe",
  "Jane\u202eeoD",
  "\u2067Jane",
  "x".repeat(longestName + 1),
];

test.each(none)("%j is none", (name) => {
  expect(isName(name)).toBe(false);
});

test.each(none)("an administrator cannot give %j either", (name) => {
  const { error } = UserSchema(en).safeParse({
    revision: "1",
    name,
    email: "jane@example.com",
    role: "member",
    status: "active",
    teams: [],
  });
  expect(error?.issues.map(({ path, message }) => [path[0], message])).toContainEqual([
    "name",
    en.users.form.nameMissing,
  ]);
});

test("no form has a rule of its own for names", () => {
  const app = resolve(import.meta.dirname, "../../app");
  const forms = globSync("**/*.ts", { cwd: app }).map((file) => readFileSync(resolve(app, file), "utf8"));
  const fields = forms.flatMap((text) => [...text.matchAll(/\bname: (\w+)\(\w+(\.\w+)*\.nameMissing/g)]);
  expect(fields.map(([, rule]) => rule)).toEqual(["nameField", "nameField", "nameField", "nameField"]);
});
