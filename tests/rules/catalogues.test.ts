/** The catalogues say the same things in each language, and each in its own. */
import { expect, test } from "vitest";
import { type Language, languages } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";
import { bySentence } from "../support/sentences";

/** What may be the same in two languages: names, words that were borrowed, and what only puts others together. */
const shared = new Set([
  ..."Twostep,Google Authenticator,Authenticator,E-mail,E-mails,E-mail: §,Browser,Status,Team,Teams,Manager,Organisation".split(
    ",",
  ),
  ..."Administrator,Name,Start,Mailbox,Sessions,Filters,Event,Result,Links,Code,Text,Von,–".split(","),
]);

const english = bySentence("en");
const others = languages.filter((language): language is Exclude<Language, "en"> => language !== "en");

test.each(others)("%s has every sentence of English, and no other", (language) => {
  expect([...bySentence(language).keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(others)("no sentence of %s was left in English", (language) => {
  const left = [...bySentence(language)].filter(
    ([path, said]) => said === english.get(path) && /\p{L}/u.test(said) && !shared.has(said),
  );
  expect(left).toEqual([]);
});

test.each(others)("%s fills the same facts into its sentences", (language) => {
  const facts = (said = "") => said.split("§").length;
  const forgetful = [...bySentence(language)].filter(
    ([path, said]) => facts(said) !== facts(english.get(path)),
  );
  expect(forgetful).toEqual([]);
});

/** How each language says that a method protects only so far (docs/security.md, The deviation). */
const basic: Record<Language, RegExp> = {
  en: /^Basic protection\b/,
  de: /^Einfacher Schutz\b/,
  nl: /^Basisbescherming\b/,
};

test.each(languages)(
  "codes by e-mail are called basic wherever methods are chosen, in %s, too",
  (language) => {
    const { settings, login, twoFactor } = wordsIn(language);
    for (const said of [
      settings.security.emailHint(2, 1),
      login.choose.emailHint("§"),
      twoFactor.emailIsBasic,
    ])
      expect(said).toMatch(basic[language]);
  },
);

test.each(languages)(
  "in %s what is said of every sending is true of one with a single e-mail",
  (language) => {
    const { underWay, rests } = wordsIn(language).resend.job;
    for (const said of [underWay, rests]) expect(said).not.toMatch(/mails/i);
  },
);

/** How each language says that something was changed since a letter was sent. */
const changedSince: Record<Language, RegExp> = {
  en: /, or your .+ changed since\./,
  de: /, oder Ihr .+ seither geändert\./,
  nl: /, of je .+ sindsdien gewijzigd\./,
};

test.each(languages)(
  "a link that is void, in %s, promises no newer e-mail where a change has ended it",
  (language) => {
    const { verifyEmail, resetPassword } = wordsIn(language).accountLinks;
    for (const { ends } of [verifyEmail, resetPassword])
      expect(ends.replaced.text).toMatch(changedSince[language]);
  },
);

/** How each language says whom to turn to where there is nobody who could be told. */
const elsewhere: Record<Language, RegExp> = {
  en: /If you are the only administrator, or nobody calls, ask whoever runs this installation\.$/,
  de: /Wenn Sie der einzige Administrator sind oder niemand anruft, .+ diese Installation betreibt\.$/,
  nl: /Ben je de enige beheerder of belt er niemand, .+ deze installatie beheert\.$/,
};

test.each(languages)(
  "a call for help, in %s, promises nothing that is not true where there is nobody to tell",
  (language) => expect(wordsIn(language).login.help.asked("§")).toMatch(elsewhere[language]),
);
