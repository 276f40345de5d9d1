/** Sentences of the page on which an administrator resets somebody's second step. */
import type { Words } from "../en.ts";

export const resetTwoFactor: Words["resetTwoFactor"] = {
  link: "Inloggen in twee stappen terugzetten",
  title: "Inloggen in twee stappen terugzetten",
  of: (name, email) => `${name}, ${email}`,
  back: (name) => name,
  check: {
    title: "Ga eerst na of het echt die persoon is",
    text: "Wie dit vraagt, heeft misschien het wachtwoord en de mailbox gestolen en heeft alleen jou nog nodig.",
    steps: [
      "Bel terug op een nummer dat je al kende, of spreek elkaar persoonlijk. Vertrouw geen e-mail en geen nummer dat bij de vraag stond.",
      "Vraag iets wat alleen die persoon kan weten, of laat de teamleider bevestigen dat het klopt.",
      "Vraag of er een herstelcode bij de hand is: dan hoeft er niets te worden teruggezet.",
    ],
  },
  happens: {
    title: "Wat er gebeurt",
    authenticator: (name) => `De authenticator en de herstelcodes van ${name} werken meteen niet meer.`,
    email: {
      on: "Codes per e-mail staan aan.",
      "not-confirmed": "Codes per e-mail staan aan zodra het adres is bevestigd.",
    },
    sessions: "Alle sessies worden beëindigd, en er gaat een e-mail over uit.",
    lostMailbox:
      "Is ook de mailbox kwijt, wijzig dan eerst het adres en laat het nieuwe bevestigen: anders gaan codes naar een plek waar niemand ze leest.",
    changeAddress: "Adres wijzigen",
  },
  reason: "Reden",
  reasonHint: "Hoe je hebt nagegaan dat het echt die persoon is, voor het logboek. Schrijf geen geheimen op.",
  reasonMissing: "Schrijf in 10 tot 500 tekens op hoe je hebt nagegaan dat het echt die persoon is.",
  proveHint: "Bevestig eerst dat jij het bent om dit terug te zetten.",
  notFresh:
    "Bevestig eerst dat jij het bent: je hebt meer dan 10 minuten geleden ingelogd. Er is nog niets teruggezet.",
  ownStepHint:
    "Stel eerst zelf een tweede stap in: niemand zet die van anderen terug met alleen het wachtwoord.",
  ownStepLink: "Mijn tweede stap instellen",
  ownStepMissing:
    "Je bent alleen met het wachtwoord ingelogd. Stel eerst zelf een tweede stap in. Er is nog niets teruggezet.",
  submit: "Inloggen in twee stappen terugzetten",
  cancel: "Annuleren",
  done: "Inloggen in twee stappen is teruggezet. Alle sessies van deze gebruiker zijn beëindigd, en er gaat een e-mail over uit.",
  nothingLeft:
    "Er was niets meer terug te zetten: deze gebruiker heeft geen authenticator, geen herstelcodes en geen sessie. Er is geen e-mail meer gestuurd.",
};
