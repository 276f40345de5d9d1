/** What people type as a code is read alike wherever one is asked for. */
import { expect, test } from "vitest";
import type { ProofMethod } from "@/lib/two-factor/method";
import { readCode } from "@/lib/web/read-code";
import { en } from "@/lib/words/en";

const { code, byRecoveryCode } = en.login;

/** The code in a form with these fields, or the sentence that it comes back with. */
function read(method: ProofMethod, fields: (string | File)[]): string {
  const form = new FormData();
  for (const field of fields) form.append("code", field);
  const outcome = readCode(form, method);
  return outcome.ok ? outcome.value : outcome.sentence(en.login);
}

test.each<[string, (string | File)[], string]>([
  ["six digits", ["123456"], "123456"],
  ["six digits as a phone writes them", [" 123\u00a0456\n"], "123456"],
  ["six digits between marks that nobody sees", ["\u200e123\u00ad\u200f456\u202c"], "123456"],
  ["six wide digits around a wide hyphen", ["\uff11\uff12\uff13\uff0d\uff14\uff15\uff16"], "123456"],
  ["nothing", [""], code.missing],
  ["a mark that nobody sees", ["\u200e"], code.missing],
  ["spaces", ["  "], code.missing],
  ["a hyphen", ["-"], code.missing],
  ["five digits", ["12345"], code.format(5)],
  ["letters", ["12345a"], code.notDigits],
  ["digits of another script", ["١٢٣٤٥٦"], code.notDigits],
  ["a code between a hundred spaces", [`123456${" ".repeat(100)}`], code.notDigits],
  ["no field at all", [], code.notDigits],
  ["two fields", ["123456", "123456"], code.notDigits],
  ["a file", [new File(["123456"], "code.txt")], code.notDigits],
])("%s", (_, fields, outcome) => {
  for (const method of ["email", "authenticator"] as const) expect(read(method, fields)).toBe(outcome);
});

test.each<[string, string, string]>([
  ["as it was shown", "7K3M-Q9XT-B4HN-2RWP", "7K3M-Q9XT-B4HN-2RWP"],
  ["in another dress", "7k3mq9xt b4hn2rwp", "7K3M-Q9XT-B4HN-2RWP"],
  ["with marks that nobody sees", "\u200e7K3M\u00adQ9XT\u200bB4HN\u20602RWP\u200f", "7K3M-Q9XT-B4HN-2RWP"],
  ["in wide letters", "\uff17\uff2b3M-Q9XT-B4HN-2RWP", "7K3M-Q9XT-B4HN-2RWP"],
  ["nothing", " ", byRecoveryCode.missing],
  ["a hyphen", "-", byRecoveryCode.missing],
  ["a security code", "123456", byRecoveryCode.format],
])("a recovery code: %s", (_, typed, outcome) => {
  expect(read("recovery-code", [typed])).toBe(outcome);
});
