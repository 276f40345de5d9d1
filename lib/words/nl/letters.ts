/** Sentences of the letters: one group for the paper they are written on, and one for each letter. */
import type { Words } from "../en.ts";
import { plural } from "../plural";

const secondStep = {
  email: "Een beveiligingscode per e-mail",
  authenticator: "Een code van Google Authenticator",
};

/** The methods as the screens call them. */
const methodNames = { email: "E-mail", authenticator: "Google Authenticator" };
const nowBy = { email: "een code per e-mail", authenticator: "een code van Google Authenticator" };

const twoFactorChange = {
  "authenticator-replaced":
    "Google Authenticator is op een andere telefoon ingesteld. De oude werkt niet meer.",
  "recovery-codes-renewed": "Er zijn nieuwe herstelcodes gemaakt. De oude werken niet meer.",
};

export const letters: Words["letters"] = {
  paper: {
    greeting: (name) => `Hallo ${name},`,
    footer: (organisation) =>
      `Je krijgt deze e-mail omdat je e-mailadres bij een account bij ${organisation} hoort.`,
    addressInFull: "Werkt de knop niet, kopieer dan dit adres naar je browser:",
    notYou: "Was jij dit niet?",
    notYouDo: (organisation) =>
      `Wijzig meteen je wachtwoord, beëindig onder Mijn instellingen alle andere sessies en vertel het een beheerder van ${organisation}.`,
    when: "Wanneer",
    browser: "Browser",
    address: "Adres",
    unknown: "Onbekend",
  },
  activation: {
    subject: (organisation) => `Bevestig je e-mailadres voor ${organisation}`,
    heading: "Bevestig je e-mailadres",
    added: (organisation, invitedBy) =>
      invitedBy
        ? `${invitedBy} heeft je toegevoegd aan ${organisation}.`
        : `Je hebt een account bij ${organisation}.`,
    why: (organisation) =>
      `Druk op de knop om te laten zien dat dit adres van jou is. Als ${organisation} beveiligingscodes per e-mail stuurt, kun je ze daarna hier krijgen.`,
    button: "Bevestigen",
    runsOut: (moment) => `De link werkt één keer, tot ${moment}. Een nieuwere e-mail van ons vervangt hem.`,
    notMeant: (organisation) =>
      `Is deze e-mail niet voor jou bedoeld, dan heeft waarschijnlijk iemand een adres verkeerd getypt. Doe dan niets: zolang je niet op de knop drukt, blijft je adres bij ${organisation} onbevestigd.`,
  },
  securityCode: {
    subject: (organisation) => `Je beveiligingscode voor ${organisation}`,
    preview: (organisation) => `Vul hem in op de pagina van ${organisation} die erom vroeg.`,
    heading: "Je beveiligingscode",
    works: (seconds) =>
      plural("nl", seconds, {
        one: "Hij werkt één keer, # seconde lang vanaf het moment dat we hem stuurden.",
        other: "Hij werkt één keer, # seconden lang vanaf het moment dat we hem stuurden.",
      }),
    never: (organisation) =>
      `Niemand bij ${organisation} zal je ooit om deze code vragen. Heb je er niet om gevraagd, dan kent iemand je wachtwoord: wijzig het nu.`,
  },
  emailChangedOld: {
    subject: (organisation) => `Je e-mailadres bij ${organisation} is gewijzigd`,
    heading: "Je e-mailadres is gewijzigd",
    what: (email) => `Je account gebruikt nu ${email}. Naar dit adres sturen we niets meer.`,
    notYouDo: (organisation) =>
      `Vertel het meteen een beheerder van ${organisation}, telefonisch of persoonlijk: misschien gebruikt iemand anders je account.`,
    footer: (organisation) =>
      `Je krijgt deze e-mail omdat dit het e-mailadres van je account bij ${organisation} was.`,
  },
  emailChangedNew: {
    subject: (organisation) => `Bevestig je nieuwe e-mailadres voor ${organisation}`,
    heading: "Bevestig je nieuwe e-mailadres",
    why: (organisation) =>
      `Je account bij ${organisation} gebruikt nu dit adres. Druk op de knop om te laten zien dat het van jou is; tot dan sturen we hier geen beveiligingscodes heen.`,
  },
  twoFactorOn: {
    subject: (organisation) => `Inloggen in twee stappen staat aan voor je account bij ${organisation}`,
    heading: "Inloggen in twee stappen staat aan",
    what: (method) =>
      `${secondStep[method]} kan nu de tweede stap van je inloggen zijn. Met alleen je wachtwoord kom je niet meer in je account.`,
  },
  twoFactorChanged: {
    subject: (organisation) => `Inloggen in twee stappen is gewijzigd voor je account bij ${organisation}`,
    heading: "Inloggen in twee stappen is gewijzigd",
    what: (change) => twoFactorChange[change],
  },
  methodOn: {
    subject: (method, organisation) =>
      `${methodNames[method]} is aangezet voor je account bij ${organisation}`,
    heading: (method) => `${methodNames[method]} is aangezet`,
    what: (method, beside, organisation) =>
      `${methodNames[method]} is aangezet voor je account bij ${organisation}. Je kunt je login nu afmaken met ${nowBy[method]} of met ${nowBy[beside]}.`,
  },
  methodOff: {
    subject: (method, organisation) =>
      `${methodNames[method]} is uitgezet voor je account bij ${organisation}`,
    heading: (method) => `${methodNames[method]} is uitgezet`,
    what: (method, left, organisation) =>
      `${methodNames[method]} is uitgezet voor je account bij ${organisation}. Je logt nu in met ${nowBy[left]}.`,
    emailIsOnAgain: "Codes per e-mail stonden tot nu toe uit; ze staan weer aan.",
  },
  twoFactorOff: {
    subject: (organisation) => `Inloggen in twee stappen is uitgezet voor je account bij ${organisation}`,
    heading: "Inloggen in twee stappen is uitgezet",
    what: (method) => `${secondStep[method]} is geen tweede stap van je inloggen meer.`,
  },
  twoFactorReset: {
    subject: (organisation) => `Inloggen in twee stappen is teruggezet voor je account bij ${organisation}`,
    heading: "Inloggen in twee stappen is teruggezet",
    what: (administrator) =>
      `${administrator} heeft je tweede stap teruggezet. Had je Google Authenticator ingesteld, dan werken die en je herstelcodes niet meer. Je sessies zijn beëindigd.`,
    next: "Log opnieuw in. Wat je voor de tweede stap kunt instellen, staat onder Mijn instellingen.",
    notYou: "Heb je hier niet om gevraagd?",
    notYouDo: (organisation) =>
      `Vertel het meteen een beheerder van ${organisation}, telefonisch of persoonlijk.`,
  },
  recoveryCodeUsed: {
    subject: (organisation) => `Er is een herstelcode van je account bij ${organisation} gebruikt`,
    heading: "Er is een herstelcode gebruikt",
    what: "Iemand heeft ingelogd, of in een sessie bevestigd dat jij het bent, met je wachtwoord en een van je herstelcodes.",
    left: (count) =>
      plural("nl", count, {
        one: "Je hebt nog # herstelcode.",
        other: "Je hebt nog # herstelcodes.",
      }),
    renew: "Onder Mijn instellingen kun je nieuwe maken.",
  },
  newBrowserLogin: {
    subject: (organisation) => `Nieuwe login op je account bij ${organisation}`,
    heading: "Nieuwe login",
    what: "Je account is geopend in een browser die we niet kennen. Na een wijziging van je account kennen we geen van de browsers meer die je eerder gebruikte.",
  },
  passwordChanged: {
    subject: (organisation) => `Je wachtwoord bij ${organisation} is gewijzigd`,
    heading: "Je wachtwoord is gewijzigd",
    what: "Alle andere sessies zijn beëindigd. Log daar opnieuw in met het nieuwe wachtwoord.",
    notYouDo: (organisation) =>
      `Kies op de inlogpagina met “Wachtwoord vergeten?” een nieuw wachtwoord en vertel het een beheerder van ${organisation}.`,
  },
  passwordReset: {
    subject: (organisation) => `Kies een nieuw wachtwoord voor ${organisation}`,
    heading: "Kies een nieuw wachtwoord",
    why: "Iemand, hopelijk jij, heeft ons laten weten dat je je wachtwoord bent vergeten.",
    button: "Nieuw wachtwoord kiezen",
    runsOut: (moment) => `De link werkt één keer, tot ${moment}.`,
    ignore: "Heb je hier niet om gevraagd, doe dan niets: je wachtwoord blijft zoals het is.",
  },
  passwordEntered: {
    subject: (organisation) => `Iemand heeft je wachtwoord bij ${organisation} ingevuld`,
    heading: "Iemand heeft je wachtwoord ingevuld",
    what: "Het wachtwoord klopte, maar de tweede stap is niet afgemaakt. Toen deze e-mail werd verstuurd, was er niemand binnengekomen.",
    wasYou: "Was jij dit en ben je halverwege gestopt, dan hoef je niets te doen.",
  },
  helpRequest: {
    subject: (user) => `${user} kan geen beveiligingscode krijgen`,
    heading: (user) => `${user} heeft je hulp nodig`,
    what: (user, email) =>
      `${user} (${email}) heeft het juiste wachtwoord ingevuld, maar kan geen beveiligingscode krijgen en vraagt om hulp.`,
    check: "Voordat je iets terugzet",
    checks: [
      "Spreek met elkaar, telefonisch of persoonlijk. Antwoord niet per e-mail: wie dit vraagt, heeft misschien het wachtwoord én de mailbox.",
      "Vraag iets wat alleen deze persoon kan weten, of laat de teamleider bevestigen dat het klopt.",
      "Vraag of er een herstelcode bij de hand is: dan hoeft er niets te worden teruggezet.",
      "Vraag of ook de mailbox kwijt is: wijzig dan het adres voordat je iets terugzet, anders gaan codes per e-mail naar de verloren mailbox.",
    ],
    button: "Deze gebruiker openen",
    footer: (organisation) => `Je krijgt deze e-mail omdat je beheerder bent van ${organisation}.`,
  },
};
