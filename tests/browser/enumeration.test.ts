/** Whoever asks for somebody's account is answered in the same words, with the same number, whether there is one or not. */
import { expect, test } from "@playwright/test";
import { formsIn } from "../support/html-forms";
import { knock } from "../support/knock";
import { organisation, person } from "../support/world";

/** The page, and which of its fields are filled in beside the address. */
const doors: [string, Record<string, string>][] = [
  ["/login", { password: "quite another one" }],
  ["/forgotten-password", {}],
  ["/verify-email?token=unknown", {}],
];

/** The answer to the form of `path`, without what differs each time. */
async function answerOf(path: string, email: string, others: Record<string, string>) {
  const form = formsIn(await (await knock(path)).text()).find(({ fields }) => fields.includes("email"));
  const body = new FormData();
  for (const [name, value] of form?.hidden ?? []) body.append(name, value);
  for (const [name, value] of Object.entries({ email, ...others })) body.append(name, value);
  const answer = await knock(path, { method: "POST", body });
  const html = await answer.text();
  const main = /<main\b[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  const words = main.replaceAll(email, "the address").replaceAll(/<[^>]*>/g, " ");
  const headers = [...answer.headers.keys()].sort();
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split("=")[0]);
  return { asked: form !== undefined, status: answer.status, words, headers, cookies };
}

for (const [path, others] of doors) {
  test(`${path} answers alike for everybody's address and for nobody's @javascript`, async () => {
    const of = await organisation();
    const addresses = [
      "nobody@example.com",
      (await person(of)).email,
      (await person(of, { confirmed: false })).email,
      (await person(of, { deactivated: true })).email,
      (await person(of, { withoutPassword: true })).email,
    ];
    // One after the other: who comes as a crowd may be told to come back (scripts/admission.mjs).
    const answers = [];
    for (const email of addresses) answers.push(await answerOf(path, email, others));
    const [nobody, ...somebody] = answers;
    expect(nobody?.asked).toBe(true);
    expect(nobody?.words.trim()).not.toBe("");
    for (const answer of somebody) expect(answer).toEqual(nobody);
  });
}
