/** Plurals, numbers and moments as each language writes them (`Intl`), never by hand. */
import type { Language } from "./language";

/** `forms` for `count` in `language`, with `#` replaced by the count: `plural("en", 1, { one: "# try", other: "# tries" })`. */
export function plural(
  language: Language,
  count: number,
  forms: { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>,
): string {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return form.replaceAll("#", new Intl.NumberFormat(language).format(count));
}
