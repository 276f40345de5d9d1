/** The activation letter for many: rendered once for each language and minute, and filled in for each reader. */
import { minutes } from "@/lib/kernel/duration";
import { type Filled, renderTemplate, type Template } from "@/lib/mail/template";
import { chooseLanguage, type Language } from "@/lib/words/language";

/** Writes the letter to `reader`, with the address behind its button and until when it works. */
export type LetterWriter = (
  reader: { name: string; language: string | null; invitedBy: string | null },
  link: { url: string; expiresAt: Date },
) => Promise<Filled>;

/** Letters say until when by the minute: within it, all in one language differ in names and link alone. */
const minute = minutes(1);

type Kept = { minute: number; fill: Promise<Template<"name" | "url" | "invitedBy">> };

/** A writer for one sending. It keeps the letters of the present minute. */
export function confirmationLetters(sending: { organisationName: string }): LetterWriter {
  const templates = new Map<string, Kept>();
  const templateFor = (language: Language, isAdderKnown: boolean, expiresAt: Date) => {
    const wanted = Math.floor(expiresAt.getTime() / minute);
    // Whom nobody is known to have added is told in another sentence.
    const key = `${language} ${isAdderKnown}`;
    const kept = templates.get(key);
    if (kept?.minute === wanted) return kept.fill;
    const shared = {
      organisation: sending.organisationName,
      expiresAt: new Date(wanted * minute).toISOString(),
    };
    const fill: Kept["fill"] = isAdderKnown
      ? renderTemplate("activation", shared, ["name", "url", "invitedBy"], language)
      : renderTemplate("activation", { ...shared, invitedBy: null }, ["name", "url"], language);
    templates.set(key, { minute: wanted, fill });
    return fill;
  };
  return async ({ name, language, invitedBy }, { url, expiresAt }) => {
    const fill = await templateFor(chooseLanguage([language]), invitedBy !== null, expiresAt);
    return fill({ name, url, invitedBy: invitedBy ?? "" });
  };
}
