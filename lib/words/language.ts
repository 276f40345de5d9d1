/** The languages that the product speaks, and how one is chosen: the user's, else the organisation's, else the browser's. */

export const languages = ["en", "nl", "de"] as const;

export type Language = (typeof languages)[number];

/** The name of each language in itself, for the list that people choose from. */
export const languageNames: Record<Language, string> = {
  en: "English",
  nl: "Nederlands",
  de: "Deutsch",
};

/** How `Intl` writes dates for readers of `language`: British ones for the product's English, 3 May and not May 3. */
export function localeOf(language: Language): string {
  return language === "en" ? "en-GB" : language;
}

function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language);
}

/** The first of `wishes` that the product speaks, else the best match of an Accept-Language header, else English. */
export function chooseLanguage(
  wishes: (string | null | undefined)[],
  acceptLanguage: string | null = null,
): Language {
  const wished = wishes.find(isLanguage);
  if (wished) return wished;
  const accepted = (acceptLanguage ?? "")
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], quality: quality ? Number(quality) : 1 };
    })
    // 0 is "not this one" (RFC 9110 §12.4.2).
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return accepted.map(({ language }) => language).find(isLanguage) ?? "en";
}
