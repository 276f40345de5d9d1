/** Sentences of the error pages: alone in a file, because they are sent to the browser with every page. */
import type { Words } from "../en.ts";

export const failure: Words["general"]["failure"] = {
  title: "Er ging iets mis",
  description: "Het ligt niet aan jou, en wat je hebt opgeslagen is er nog. Probeer het zo nog eens.",
  reference: "Blijft het misgaan, geef dan dit nummer door aan je beheerder:",
  tryAgain: "Opnieuw proberen",
  home: "Naar de startpagina",
};
