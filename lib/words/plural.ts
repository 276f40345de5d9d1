/** Plurals and numbers as each language writes them (`Intl`), never by hand. */
import { onceForEach } from "@/lib/kernel/once-for-each";
import type { Language } from "./language";

// `Intl` takes a quarter of a millisecond to learn the plurals of a language.
const rules = onceForEach((language: Language) => new Intl.PluralRules(language));
const numbers = onceForEach((language: Language) => new Intl.NumberFormat(language));

/** `forms` for `count` in `language`, with `#` replaced by the count: `plural("en", 1, { one: "# try", other: "# tries" })`. */
export function plural(
  language: Language,
  count: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  const form = forms[rules(language).select(count)] ?? forms.other;
  return form.replaceAll("#", numbers(language).format(count));
}
