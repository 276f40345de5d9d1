/** The letter with a security code: rendered once for each language and filled in, because somebody waits for it. */
import { inSeconds } from "@/lib/kernel/duration";
import { type Filled, renderTemplate, type Template } from "@/lib/mail/template";
import type { Language } from "@/lib/words/language";
import { codeLife } from "./security-code";

type Blank = "organisation" | "code";

const templates = new Map<Language, Promise<Template<Blank>>>();

/** The letter that brings a code of an organisation, both given by `values`, in `language`. */
export async function codeLetter(language: Language, values: Record<Blank, string>): Promise<Filled> {
  const shared = { seconds: inSeconds(codeLife) };
  const template =
    templates.get(language) ?? renderTemplate("security-code", shared, ["organisation", "code"], language);
  templates.set(language, template);
  return (await template)(values);
}
