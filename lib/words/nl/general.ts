/** Sentences that belong to no single screen: of forms, of closed doors, and of what is not there. */
import type { Words } from "../en.ts";
import { failure } from "./failure";

export const general: Words["general"] = {
  product: "Twostep",
  description: "Inloggen in twee stappen.",
  skipToContent: "Naar de inhoud",
  tooMany: (when) => `Wacht even voordat je het opnieuw probeert. Dat kan weer ${when}.`,
  when: {
    today: (time) => `om ${time}`,
    anotherDay: (dayAndTime) => `op ${dayAndTime}`,
  },
  form: {
    problem: "Er is een probleem",
    errorTitle: "Fout: ",
    noConnection: "Er was geen verbinding. Verstuur het opnieuw zodra je verbonden bent.",
    outdated:
      "Deze pagina is bijgewerkt terwijl ze openstond: er is niets verstuurd. Laad de pagina opnieuw en verstuur nog een keer.",
    busy: "Het is nu te druk: er is niets verstuurd. Verstuur het zo nog een keer.",
    noAnswer: "De server gaf geen antwoord. Kijk of het gelukt is voordat je het opnieuw verstuurt.",
    behind: {
      "logged-out": {
        text: "Je sessie is afgelopen en er is nog niets opgeslagen. Log in en druk daarna hier nog een keer op de knop.",
        way: "Inloggen (opent in een nieuw tabblad)",
      },
      "proof-due": {
        text: "Er is nu een tweede stap nodig en er is nog niets opgeslagen. Bevestig dat jij het bent en druk daarna hier nog een keer op de knop.",
        way: "Bevestig dat jij het bent (opent in een nieuw tabblad)",
      },
    },
  },
  updated: {
    title: "Er is niets verstuurd",
    description:
      "De pagina is bijgewerkt terwijl je die open had. Open de pagina opnieuw en verstuur het formulier nog een keer.",
    openAgain: "Pagina opnieuw openen",
  },
  notFound: {
    title: "Pagina niet gevonden",
    description: "Misschien klopt het adres niet of niet meer, of is de pagina niet voor jou bedoeld.",
    home: "Naar de startpagina",
  },
  failure,
};
