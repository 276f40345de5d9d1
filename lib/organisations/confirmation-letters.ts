/** The activation letter for many: rendered once for each language and minute, and filled in for each reader. */
import { seconds } from "@/lib/kernel/duration";
import { type Filled, renderTemplate, type Template } from "@/lib/mail/template";
import { chooseLanguage, type Language } from "@/lib/words/language";

/** Writes the letter to `reader`, with the address behind its button and until when it works. */
export type LetterWriter = (
  reader: { name: string; language: string | null },
  link: { url: string; expiresAt: Date },
) => Promise<Filled>;

/** Letters say until when by the minute: within it, all in one language differ in name and link alone. */
const minute = seconds(60);

/** A writer for one sending. It keeps the letters of the present minute. */
export function confirmationLetters(sending: { organisationName: string }): LetterWriter {
  const templates = new Map<Language, { minute: number; fill: Promise<Template<"name" | "url">> }>();
  const templateFor = (language: Language, expiresAt: Date) => {
    const wanted = Math.floor(expiresAt.getTime() / minute);
    const kept = templates.get(language);
    if (kept?.minute === wanted) return kept.fill;
    const shared = {
      organisation: sending.organisationName,
      // Whoever sends to many need not have added anybody.
      invitedBy: null,
      expiresAt: new Date(wanted * minute).toISOString(),
    };
    const fill = renderTemplate("activation", shared, ["name", "url"], language);
    templates.set(language, { minute: wanted, fill });
    return fill;
  };
  return async ({ name, language }, { url, expiresAt }) => {
    const fill = await templateFor(chooseLanguage([language]), expiresAt);
    return fill({ name, url });
  };
}
