/** The letter with a security code: rendered once for each language and filled in, because somebody waits for it. */
import { inSeconds } from "@/lib/kernel/duration";
import { onceForEach } from "@/lib/kernel/once-for-each";
import { type Filled, renderTemplate } from "@/lib/mail/template";
import type { Language } from "@/lib/words/language";
import { codeLife } from "./security-code";

const templateIn = onceForEach((language: Language) =>
  renderTemplate("security-code", { seconds: inSeconds(codeLife) }, ["organisation", "code"], language),
);

/** The letter that brings `code` of `organisation`, in `language`. */
export async function codeLetter(
  language: Language,
  values: { organisation: string; code: string },
): Promise<Filled> {
  const fill = await templateIn(language);
  return fill(values);
}
