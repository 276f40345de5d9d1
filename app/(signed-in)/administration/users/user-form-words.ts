import type { Words } from "@/lib/words/words";

const names = [
  "name",
  "email",
  "emailHint",
  "role",
  "status",
  "statusHint",
  "teams",
  "teamsHint",
  "activation",
  "activationHint",
  "save",
] as const;

export type UserFormWords = { form: Words["general"]["form"] } & Record<(typeof names)[number], string>;

/** The sentences that the form itself says: those that go to the browser. */
export function userFormWords({ users, general }: Words): UserFormWords {
  const sentences = Object.fromEntries(names.map((name) => [name, users.form[name]]));
  return { form: general.form, ...sentences } as UserFormWords;
}
