/** Sentences of the error pages: alone in a file, because they are sent to the browser with every page. */
import type { Words } from "../en.ts";

export const failure: Words["general"]["failure"] = {
  title: "Etwas ist schiefgegangen",
  description:
    "Es liegt nicht an Ihnen, und was Sie gespeichert haben, ist noch da. Versuchen Sie es gleich noch einmal.",
  reference: "Wenn es wieder geschieht, nennen Sie Ihrem Administrator diese Nummer:",
  tryAgain: "Erneut versuchen",
  home: "Zur Startseite",
};
