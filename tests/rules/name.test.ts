/** A name is one line that tables and letters can hold, whether its owner gives it or an administrator. */
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { UserSchema } from "@/app/(signed-in)/administration/users/user-schema";
import { isName, longestName } from "@/lib/accounts/name";
import { searched } from "@/lib/kernel/address-parameters";
import { en } from "@/lib/words/en";

test.each([
  "Jane Doe",
  "Łukasz Dąbrowski",
  "李小龍",
  "O'Brien & Sons",
  // Persian needs the non-joiner, and some emoji the joiner.
  "علی\u200cرضا",
  "Team \u{1f469}\u200d\u{1f52c}",
  "x".repeat(longestName),
])("%s is a name", (name) => {
  expect(isName(name)).toBe(true);
});

const none = ["", "Jane\nDoe", "Jane\u0007", "Jane\u0000", "Jane\u0085Doe", "x".repeat(longestName + 1)];

const marked = ["Jane\u202eeoD", "\u2067Jane", "Jane\u200b Doe", "\ufeffJane", "\u05d3\u05d5\u05d3\u200f"];

test.each([...none, ...marked])("%j is none", (name) => {
  expect(isName(name)).toBe(false);
});

const given = (name: string, email = "jane@example.com") =>
  UserSchema(en).safeParse({ revision: "1", name, email, role: "member", status: "active", teams: [] });

test.each(marked)("of %j an administrator gives what can be seen", (name) => {
  const seen = name.replaceAll(/[^\p{L} ]/gu, "");
  expect(given(name).data).toMatchObject({ name: seen });
});

test("marks that nobody sees are no name, and come with no address", () => {
  expect(given(" \u200b\u200f ").success).toBe(false);
  expect(given("Jane", "\u202ajane@example.com\u202c").data).toMatchObject({ email: "jane@example.com" });
});

test.each(["Jane  Doe", "Jane\u00a0Doe", "Jane\u3000 Doe"])(
  "the spaces of %j are one like any other, in a name and where it is looked for",
  (name) => {
    expect(isName(name)).toBe(false);
    expect(given(name).data).toMatchObject({ name: "Jane Doe" });
    expect(searched({ search: name }, "search")).toBe("Jane Doe");
  },
);

test.each(none)("an administrator cannot give %j either", (name) => {
  const { error } = given(name);
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
