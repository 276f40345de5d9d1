/** Sentences that belong to no single screen: navigation, errors, notices. */
import type { Words } from "../en";
import { failure } from "./failure";

export const general: Words["general"] = {
  product: "Twostep",
  description: "Inloggen in twee stappen.",
  skipToContent: "Naar de inhoud",
  tooMany: (time) => `Wacht even voordat je het opnieuw probeert. Dat kan weer om ${time}.`,
  form: {
    problem: "Er is een probleem",
    errorTitle: "Fout: ",
    noConnection: "Er was geen verbinding. Verstuur het opnieuw zodra je verbonden bent.",
  },
  notFound: {
    title: "Pagina niet gevonden",
    description: "Misschien klopt het adres niet of niet meer, of is de pagina niet voor jou bedoeld.",
    home: "Naar de startpagina",
  },
  failure,
};
