/** Sentences of the frame around every page of somebody who is logged in, and of the home page. */
import type { Words } from "../en.ts";

export const navigation: Words["navigation"] = {
  main: "Hoofdmenu",
  administration: "Beheer",
  home: "Start",
  users: "Gebruikers",
  settings: "Instellingen",
  audit: "Logboek",
  account: "Accountmenu",
  mySettings: "Mijn instellingen",
  logOut: "Uitloggen",
};

export const home: Words["home"] = {
  title: (name) => `Welkom, ${name}`,
  yours: "Je account",
  profile: "Je naam en je wachtwoord.",
  twoFactorLogin: "Hoe je bij het inloggen laat zien dat jij het bent.",
  sessions: "De browsers waarin je bent ingelogd.",
  users: "Mensen toevoegen, wijzigen en hun e-mailadres laten bevestigen.",
  settings: "Inloggen in twee stappen aanzetten en bepalen welke methoden mogen.",
  audit: "Wie deed wat met wie, wanneer en waarvandaan.",
  recoveryCodes: "Bekijk hoeveel herstelcodes je hebt",
  confirmEmail: {
    title: "Je e-mailadres is niet bevestigd",
    text: (email) =>
      `Tot dan log je alleen met je wachtwoord in. Druk op Bevestigen in de bevestigingsmail. Is die er niet? Laat er een sturen naar ${email}.`,
    sendAgain: "E-mail opnieuw sturen",
    sent: (email) => `Er is een e-mail onderweg naar ${email}. Open die en druk op Bevestigen.`,
    already: (email) => `${email} is al bevestigd: je hoeft niets meer te doen.`,
    orAuthenticator: "Stel in plaats daarvan Google Authenticator in",
  },
  enrolAuthenticator: {
    title: "Je hebt nog geen tweede stap",
    text: (organisation) =>
      `${organisation} vraagt om inloggen in twee stappen. Tot je dat instelt, log je alleen met je wachtwoord in.`,
    link: "Inloggen in twee stappen instellen",
  },
};
