/** Sentences of My settings: profile, password and sessions. Those of Two Factor Login have a file of their own. */
import type { Words } from "../en.ts";

export const mySettings: Words["mySettings"] = {
  title: "Mijn instellingen",
  profile: {
    title: "Profiel",
    details: "Je gegevens",
    email: "E-mailadres",
    emailHint: "Een beheerder kan het wijzigen.",
    emailChange: "Wijzigen onder Gebruikers",
    name: "Naam",
    nameMissing: "Vul je naam in, met ten hoogste 100 tekens.",
    language: "Taal",
    languageHint: "Zolang je er geen kiest: die van je organisatie, anders die van je browser.",
    languageNotChosen: "Niet gekozen",
    languageMissing: "Kies een taal uit de lijst.",
    submit: "Opslaan",
    saved: "Je gegevens zijn opgeslagen.",
  },
  password: {
    title: "Wachtwoord wijzigen",
    description: "Hier blijf je ingelogd; al je andere sessies worden beëindigd.",
    current: "Huidig wachtwoord",
    currentMissing: "Vul je huidige wachtwoord in.",
    currentWrong: "Dat is niet je huidige wachtwoord.",
    justChanged: (time) =>
      `Je wachtwoord is om ${time} gewijzigd, en dit is niet het nieuwe. Als je het zojuist zelf hebt gewijzigd, ben je klaar.`,
    chosen: "Nieuw wachtwoord",
    submit: "Wachtwoord wijzigen",
    saved: "Je wachtwoord is gewijzigd en je andere sessies zijn beëindigd.",
    prove: "Bevestig eerst dat jij het bent: je hebt meer dan 10 minuten geleden ingelogd.",
    proveLink: "Bevestig dat jij het bent",
  },
  sessions: {
    title: "Sessies",
    description:
      "Waar je bent ingelogd. Herken je een sessie niet, beëindig die dan en wijzig je wachtwoord.",
    browser: "Browser",
    firstSeen: "Eerst gezien",
    lastSeen: "Laatst gezien",
    end: "Beëindigen",
    thisOne: "Deze sessie",
    browserOn: (browser, system) =>
      browser && system ? `${browser} op ${system}` : (browser ?? system ?? "Onbekende browser"),
    endOne: "Sessie beëindigen",
    endOthers: "Alle andere sessies beëindigen",
    notices: {
      ended: "De sessie is beëindigd.",
      "ended-already": "Die sessie was al beëindigd.",
      "others-ended": "Al je andere sessies zijn beëindigd.",
    },
  },
  activity: {
    title: "Activiteit",
    description:
      "Wat er de laatste tijd met je account is gebeurd. Herken je iets niet, wijzig dan je wachtwoord en beëindig de andere sessies.",
  },
};
