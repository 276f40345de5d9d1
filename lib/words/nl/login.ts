/** Sentences of the login: password, choice of method, second step, step-up. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const tries = (left: number) =>
  plural("nl", left, { one: "Nog # poging over.", other: "Nog # pogingen over." });

export const login: Words["login"] = {
  title: "Inloggen",
  email: "E-mailadres",
  emailMissing: "Vul je e-mailadres in.",
  password: "Wachtwoord",
  passwordMissing: "Vul je wachtwoord in.",
  showPassword: { show: "Wachtwoord tonen", hide: "Wachtwoord verbergen" },
  submit: "Inloggen",
  forgotten: "Wachtwoord vergeten?",
  wrongCredentials: "Het e-mailadres of het wachtwoord klopt niet.",
  busy: "Er loggen nu heel veel mensen in. Probeer het over een paar seconden nog eens.",
  notices: {
    "logged-out": "Je bent uitgelogd.",
    "session-ended": "Je sessie is afgelopen. Log opnieuw in om verder te gaan.",
    "own-account-changed": "Je account is gewijzigd en je sessies zijn beëindigd. Log opnieuw in.",
    "password-changed": "Je wachtwoord is gewijzigd. Log in met het nieuwe.",
    "timed-out": "Het inloggen duurde langer dan 10 minuten. Log opnieuw in.",
    "no-tries-left": "Er zijn geen pogingen meer over. Log opnieuw in.",
    cancelled: "Je kunt nu als iemand anders inloggen.",
    "start-over": "Die inlogpoging is afgelopen. Log opnieuw in.",
    "methods-changed": "De manieren om in te loggen zijn veranderd. Log opnieuw in.",
  },
  underWay: {
    text: "Je bent al begonnen met inloggen. Je kunt verder met je beveiligingscode.",
    link: "Verder met de tweede stap",
  },
  demo: {
    title: "Demo-accounts",
    about: (password) => `Iedereen heeft het wachtwoord “${password}”.`,
    secret: (secret) => `Instelsleutel van de authenticator: ${secret}`,
    recoveryCodes: (first, last) =>
      `Herstelcodes, elk goed voor één keer inloggen: ${first} tot en met ${last}`,
    mailbox: "E-mails komen aan in de mailbox",
    states: {
      administrator: "Beheerder, code per e-mail",
      manager: "Manager van het team ‘Workshop’, code per e-mail",
      byEmail: "Lid, code per e-mail",
      byAuthenticator: "Lid, alleen met authenticator",
      byBoth: "Lid, e-mail en authenticator",
      notConfirmed: "Lid, adres niet bevestigd: komt binnen met het wachtwoord",
      deactivated: "Gedeactiveerd: kan niet inloggen",
    },
  },
  choose: {
    title: "Kies een verificatiemethode",
    description: "Laat zien dat jij het bent. Hoe wil je je beveiligingscode krijgen?",
    method: "Verificatiemethode",
    methodMissing: "Kies een verificatiemethode.",
    emailLabel: "E-mail",
    emailHint: (address) =>
      `Basisbescherming. We sturen een beveiligingscode naar ${address}. Die werkt 90 seconden.`,
    authenticatorLabel: "Google Authenticator",
    authenticatorHint: "Gebruik de code van 6 cijfers die je app laat zien.",
    submit: "Doorgaan",
  },
  code: {
    label: "Beveiligingscode",
    emailHint: "6 cijfers, uit de e-mail.",
    authenticatorHint: "6 cijfers. Ze veranderen elke 30 seconden.",
    paste: "Code plakken",
    submit: "Inloggen",
    missing: "Vul de beveiligingscode in.",
    format: (digits) =>
      plural("nl", digits, { other: "De beveiligingscode heeft 6 cijfers. Je hebt er # ingevuld." }),
    notDigits: "De beveiligingscode bestaat uit 6 cijfers en niets anders.",
  },
  byEmail: {
    title: "Kijk in je e-mail",
    sent: (address) => `We hebben een beveiligingscode gestuurd naar ${address}.`,
    notSent: (address) => `Vraag een beveiligingscode aan: we sturen die naar ${address}.`,
    resend: "Code opnieuw sturen",
    resent: (time) =>
      `Om ${time} hebben we een nieuwe code gestuurd. Die werkt 90 seconden; de oudere werkt niet meer.`,
    worksUntil: (time) => `De code werkt tot ${time}.`,
    countdown: {
      one: "De code werkt nog # seconde.",
      other: "De code werkt nog # seconden.",
      runOut: "Die code is verlopen. Vraag een nieuwe aan.",
    },
    wrong: (left) =>
      `Dat is niet de code die we hebben gestuurd. Kijk hem na en probeer het opnieuw. ${tries(left)}`,
    replaced: (left) =>
      `Die code is vervangen door een nieuwere. Gebruik de code uit de laatste e-mail. ${tries(left)}`,
    runOut: (left) => `Die code is verlopen. Druk op “Code opnieuw sturen” voor een nieuwe. ${tries(left)}`,
    usedAlready: (left) =>
      `Die code is al gebruikt. Druk op “Code opnieuw sturen” voor een nieuwe. ${tries(left)}`,
    tooMany: (when) => `Je kunt ${when} weer een code aanvragen.`,
    undelivered: {
      alone: "We konden de e-mail niet sturen. Probeer het opnieuw.",
      besideOthers: "We konden de e-mail niet sturen. Probeer het opnieuw of kies een andere methode.",
    },
    noneSent: "Er is geen andere code gestuurd.",
    noSendsLeft: {
      alone:
        "Voor deze inlogpoging kunnen geen codes meer worden gestuurd. Log opnieuw in om er een te krijgen.",
      besideOthers:
        "Voor deze inlogpoging kunnen geen codes meer worden gestuurd. Kies een andere methode of log opnieuw in.",
    },
    lastHolding: "Dit is de laatste code voor deze inlogpoging.",
    lastRunOut: "Die code is verlopen, en het was de laatste voor deze inlogpoging.",
    lastUsedAlready: "Die code is al gebruikt, en het was de laatste voor deze inlogpoging.",
    logInAgain: "Opnieuw inloggen",
  },
  byAuthenticator: {
    title: "Vul de code uit je app in",
    description: (organisation) => `Open je authenticator-app en zoek ${organisation}.`,
    wrong: (left) =>
      `Dat is niet de code die je app nu laat zien. Kijk hem na en probeer het opnieuw. ${tries(left)}`,
    usedAlready: (left) => `Die code is al gebruikt. Wacht op de volgende. ${tries(left)}`,
    clockOff: (left) =>
      `Misschien loopt de klok van je telefoon niet gelijk. Zet automatische datum en tijd aan. ${tries(left)}`,
  },
  byRecoveryCode: {
    title: "Gebruik een herstelcode",
    description:
      "Gebruik een van de codes die je hebt bewaard toen je de authenticator aanzette. Elke code werkt één keer.",
    label: "Herstelcode",
    hint: "Bijvoorbeeld 7K3M-Q9XT-B4HN-2RWP",
    missing: "Vul een herstelcode in.",
    format: "Een herstelcode heeft 16 letters en cijfers, in groepjes van vier.",
    wrong: (left) =>
      `Dat is niet een van je herstelcodes. Kijk hem na en probeer het opnieuw. ${tries(left)}`,
    usedAlready: (left) => `Die herstelcode is al gebruikt. Gebruik een andere. ${tries(left)}`,
  },
  recoveryCodeUsed: (left) =>
    `Je hebt een herstelcode gebruikt. ${plural("nl", left, { other: "Nog # over." })}`,
  help: {
    title: "Ik kan geen code krijgen",
    back: "Terug naar de beveiligingscode",
    description: "Probeer eerst dit. Zo kom je het snelst binnen.",
    tips: {
      email: "Zoek de e-mail bij de spam en wacht even: sommige mailservers nemen de tijd.",
      authenticator:
        "Zet op je telefoon automatische datum en tijd aan: codes van een ander moment werken niet.",
      recoveryCode:
        "Gebruik een van de herstelcodes die je hebt bewaard toen je Google Authenticator instelde.",
    },
    outOfReach: {
      email: "Kun je niet bij je mailbox?",
      authenticator: "Kun je niet bij je telefoon?",
      both: "Kun je niet bij je telefoon en niet bij je mailbox?",
      recoveryCodes: "Kun je niet bij je herstelcodes?",
    },
    text: (organisation) =>
      `De beheerders van ${organisation} kunnen je tweede stap terugzetten zodra ze zeker weten dat jij het bent.`,
    submit: "Een beheerder vragen",
    asked: (organisation) =>
      `De beheerders van ${organisation} van wie het eigen adres is bevestigd, horen per e-mail dat je hulp nodig hebt. Reken op een telefoontje: ze moeten zeker weten dat jij het bent. Vraag je het binnen een uur nog eens, dan sturen we niets meer. Ben je de enige beheerder of belt er niemand, vraag het dan aan wie deze installatie beheert.`,
  },
  verified: {
    title: "Je hebt laten zien dat jij het bent",
    description: "Ga verder naar waar je heen wilde.",
    submit: "Doorgaan",
  },
  methodOff: "Die methode kan niet meer worden gebruikt. Gebruik een andere.",
  otherMethod: "Andere methode gebruiken",
  useRecovery: "Herstelcode gebruiken",
  cancel: "Annuleren en als iemand anders inloggen",
  stepUp: {
    title: "Bevestig dat jij het bent",
    description: "Hiervoor moet je opnieuw bewijzen dat jij het bent. Vul je wachtwoord nog een keer in.",
    dueDescription: "Er is nu een tweede stap nodig. Vul je wachtwoord in om verder te gaan.",
    submit: "Doorgaan",
    cancel: "Annuleren",
    wrongPassword: "Het wachtwoord klopt niet.",
    inNewTab: "Bevestig dat jij het bent (opent in een nieuw tabblad)",
    ended: {
      "timed-out": "Dat duurde langer dan 10 minuten. Vul je wachtwoord nog een keer in.",
      "no-tries-left": "Er zijn geen pogingen meer over voor de code. Vul je wachtwoord nog een keer in.",
      "start-over": "Deze bevestiging is afgelopen. Vul je wachtwoord nog een keer in.",
      "methods-changed": "De manieren om in te loggen zijn veranderd. Vul je wachtwoord nog een keer in.",
    },
    notices: {
      confirmed: "Je bent bevestigd. Druk nog een keer op de knop; er is nog niets gebeurd.",
      "confirmed-in-tab":
        "Je bent bevestigd. Sluit dit tabblad en druk in het andere nog een keer op de knop.",
      "nothing-saved": "Je bent bevestigd. Er is nog niets opgeslagen: verstuur het nog een keer.",
      "somebody-else": "Hier is nu iemand anders ingelogd. Er is niets opgeslagen.",
      "downloads-under-way":
        "Er lopen al meerdere downloads van je organisatie. Druk nog een keer op de knop zodra er een klaar is.",
    },
  },
};
