/** A field says one sentence for what is wrong with it, and secrets never go back to the browser. */
import { expect, test } from "vitest";
import { z } from "zod";
import {
  emailField,
  inEveryLanguage,
  momentField,
  passwordField,
  readForm,
  refusedForm,
} from "@/lib/web/read-form";
import { type Words, wordsIn } from "@/lib/words/words";
import { FormOfThousands } from "../support/form-of-thousands";

const LogIn = z.object({ email: emailField("no address"), password: passwordField("missing", "wrong") });

function read(fields: [string, string][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return readForm(LogIn, form);
}

test.each<[string, string]>([
  ["", "missing"],
  ["x".repeat(1_001), "wrong"],
  ["a\u0000b", "missing"],
])("a password that cannot be one comes back empty: %#", (password, sentence) => {
  expect(
    read([
      ["email", "ada@acme.example"],
      ["password", password],
    ]),
  ).toEqual({
    ok: false,
    status: "invalid",
    errors: { password: sentence },
    values: { email: "ada@acme.example" },
  });
});

test("a form of thousands of fields is gone through once, and not once for each of them", () => {
  const form = new FormOfThousands();
  expect(readForm(LogIn, form)).toMatchObject({ ok: false, values: { "field-0": "x", "field-7999": "x" } });
  expect(form.asked).toBe(Object.keys(LogIn.shape).length);
});

test("one that is only too long to be right is compared all the same, and nothing is cut off it", () => {
  const password = ` ${"x".repeat(998)} `;
  expect(
    read([
      ["email", " ada@acme.example "],
      ["password", password],
    ]),
  ).toEqual({
    ok: true,
    value: { email: "ada@acme.example", password },
  });
});

test.each(["", "ada", "ada@acme.example\u0000", `${"a".repeat(250)}@acme.example`])(
  "%j is no address",
  (email) => {
    expect(
      read([
        ["email", email],
        ["password", "x"],
      ]),
    ).toMatchObject({ errors: { email: "no address" } });
  },
);

test("a field that is repeated is malformed, whichever of its values would do", () => {
  const twice = read([
    ["email", "ada@acme.example"],
    ["email", "bob@acme.example"],
    ["password", "x"],
  ]);
  expect(twice).toMatchObject({ errors: { email: "no address" } });
});

test.each([
  "0000-01-01T00:00:00.000Z",
  "2026-02-30T00:00:00.000Z",
  "2026-05-03",
  "+275760-09-13T00:00:00.000Z",
  "",
])("%j is no moment that a page has written and a database can compare", (at) => {
  const form = new FormData();
  form.append("at", at);
  expect(readForm(z.object({ at: momentField("no moment") }), form)).toMatchObject({
    errors: { at: "no moment" },
  });
});

test("a moment comes back as the page wrote it", () => {
  const at = new Date();
  const form = new FormData();
  form.append("at", at.toISOString());
  expect(readForm(z.object({ at: momentField("no moment") }), form)).toEqual({ ok: true, value: { at } });
});

test("a form that comes back brings no password, code or token, and no field as long as it was", () => {
  const form = new FormData();
  for (const name of ["newPassword", "code", "token"]) form.append(name, "secret");
  form.append("name", "x".repeat(3_000));
  form.append("$ACTION_ID", "1");
  expect(refusedForm(form, "no").values).toEqual({ name: "x".repeat(2_000) });
});

test("the schema of a form is made once for each language, and not for each form", () => {
  const made: Words[] = [];
  const Team = inEveryLanguage((words) => {
    made.push(words);
    return z.object({ name: z.string(words.settings.teams.nameMissing) });
  });
  const [english, dutch] = [wordsIn("en"), wordsIn("nl")];
  expect(Team(dutch)).toBe(Team(dutch));
  for (const words of [english, dutch, english])
    expect(readForm(Team(words), new FormData())).toMatchObject({
      errors: { name: words.settings.teams.nameMissing },
    });
  expect(made).toEqual([dutch, english]);
});
