/** Sentences of the pages behind mailed links, and of choosing a password there and elsewhere. */
import type { Words } from "../en.ts";

export const accountLinks: Words["accountLinks"] = {
  email: "E-mailadres",
  emailWrong: "Vul een e-mailadres in, zoals naam@example.com.",
  sendNewLink: "Nieuwe link sturen",
  logIn: "Inloggen",
  backToLogin: "Terug naar het inloggen",
  home: "Naar de startpagina",
  loggedInHere: (email) => `Hier is ${email} ingelogd. Log eerst uit om met een ander account in te loggen.`,
  password: {
    hint: (least, most) =>
      `${least} tot ${most} tekens. Een paar woorden achter elkaar zijn lang en goed te onthouden.`,
    missing: "Kies een wachtwoord.",
    refusals: {
      "password-too-short": (least) => `Het wachtwoord moet ten minste ${least} tekens hebben.`,
      "password-too-long": (_, most) => `Het wachtwoord mag ten hoogste ${most} tekens hebben.`,
      "password-too-common": () =>
        "Dat wachtwoord is makkelijk te raden. Kies er een zonder je naam, je organisatie of een patroon.",
    },
  },
  verifyEmail: {
    title: "Bevestig je e-mailadres",
    description: (email) => `Druk op de knop om te laten zien dat ${email} van jou is.`,
    welcome: (email) => `Kies het wachtwoord waarmee je gaat inloggen, en laat zien dat ${email} van jou is.`,
    choosePassword: "Kies een wachtwoord",
    submit: "Bevestigen",
    confirmed: "Je e-mailadres is bevestigd.",
    confirmedOf: (email) => `${email} is bevestigd.`,
    confirmedNext: "Als je organisatie beveiligingscodes per e-mail stuurt, kun je ze daar vanaf nu krijgen.",
    passwordStays:
      "Je hebt al eerder een wachtwoord gekozen: dat blijft gelden, en wat je net hebt ingevuld is niet overgenomen.",
    newLinkSent:
      "Als dat adres bij een account hoort en nog niet is bevestigd, is er een e-mail met een nieuwe link onderweg.",
    ends: {
      "run-out": {
        title: "Deze link is verlopen",
        text: "Hij werkte 7 dagen. Laat je een nieuwe sturen.",
      },
      used: {
        title: "Deze link is al gebruikt",
        text: "Elke link werkt één keer. Laat je een nieuwe sturen.",
      },
      replaced: {
        title: "Deze link werkt niet meer",
        text: "Een nieuwere e-mail heeft hem vervangen, of je account is sindsdien gewijzigd. Gebruik de link in de nieuwste e-mail, of laat je er nog een sturen.",
      },
      unknown: {
        title: "Deze link werkt niet",
        text: "Misschien ontbreekt er een stuk, of is je adres sindsdien gewijzigd. Kopieer het hele adres uit de e-mail, of laat je een nieuwe link sturen.",
      },
      "confirmed-already": {
        title: "Je e-mailadres is al bevestigd",
        text: "Je hoeft hier niets meer te doen: log in met het wachtwoord dat je eerder hebt gekozen.",
      },
    },
  },
  forgottenPassword: {
    title: "Wachtwoord vergeten?",
    description: "We sturen je een link om een nieuw wachtwoord te kiezen. Die werkt 30 minuten.",
    submit: "Link sturen",
    sent: "Als dat adres bij een account hoort, is er een e-mail met een link onderweg.",
  },
  resetPassword: {
    title: "Kies een nieuw wachtwoord",
    description: (email) => `Voor ${email}. Al je sessies worden beëindigd.`,
    chosen: "Nieuw wachtwoord",
    submit: "Wachtwoord wijzigen",
    changedOf: (email) => `Het wachtwoord van ${email} is gewijzigd.`,
    ends: {
      "run-out": { title: "Deze link is verlopen", text: "Hij werkte 30 minuten." },
      used: {
        title: "Het wachtwoord is met deze link gewijzigd",
        text: (when) =>
          `Dat was ${when}. Elke link werkt één keer. Was jij het, log dan in met het nieuwe wachtwoord. Zo niet, laat je dan meteen een nieuwe link sturen.`,
      },
      replaced: {
        title: "Deze link werkt niet meer",
        text: "Een nieuwere heeft hem vervangen, of je wachtwoord of je account is sindsdien gewijzigd. Gebruik de nieuwste, of laat je er nog een sturen.",
      },
      unknown: {
        title: "Deze link werkt niet",
        text: "Misschien ontbreekt er een stuk. Kopieer het hele adres uit de e-mail, of laat je een nieuwe link sturen.",
      },
    },
  },
};
