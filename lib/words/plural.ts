/** Plurals and numbers as each language writes them (`Intl`), never by hand. */
import { forEachLanguage } from "./for-each-language";
import type { Language } from "./language";

const rules = forEachLanguage((language) => new Intl.PluralRules(language));
const numbers = forEachLanguage((language) => new Intl.NumberFormat(language));

/** `forms` for `count` in `language`, with `#` replaced by the count: `plural("en", 1, { one: "# try", other: "# tries" })`. */
export function plural(
  language: Language,
  count: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  const form = forms[rules(language).select(count)] ?? forms.other;
  return form.replaceAll("#", numbers(language).format(count));
}
