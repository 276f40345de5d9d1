/** The activation letter for many: rendered once for each language, and filled in for each reader. */
import type { Rendered } from "@/lib/mail/render";
import { renderTemplate, type Template } from "@/lib/mail/template";
import { chooseLanguage, type Language } from "@/lib/words/language";

type Reader = { name: string; language: string | null };

/** A function that writes the letter to one of `readers`, with the address behind its button. */
export async function confirmationLetters(
  sending: { organisationName: string; startedBy: string },
  expiresAt: Date,
  readers: Reader[],
): Promise<(reader: Reader, url: string) => Rendered> {
  const shared = {
    organisation: sending.organisationName,
    invitedBy: sending.startedBy,
    expiresAt: expiresAt.toISOString(),
  };
  const templates = new Map<Language, Template<"name" | "url">>();
  for (const language of new Set(readers.map(languageOf))) {
    templates.set(language, await renderTemplate("activation", shared, ["name", "url"], language));
  }
  return (reader, url) => {
    const fill = templates.get(languageOf(reader));
    if (!fill) throw new Error("Somebody is written to who was not among the readers");
    return fill({ name: reader.name, url });
  };
}

const languageOf = ({ language }: Reader) => chooseLanguage([language]);
