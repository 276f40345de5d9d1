/** Sentences of the product as an installed app: the hint to install it, and what stands there without a connection. */
import type { Words } from "../en.ts";

export const theApp: Words["theApp"] = {
  install: {
    title: "Houd Twostep bij de hand",
    text: "Als app geïnstalleerd opent het vanaf het beginscherm, zonder browser eromheen.",
    install: "Installeren",
    dismiss: "Niet nu",
  },
  offline: {
    title: "Je bent offline",
    description:
      "Deze pagina heeft een verbinding nodig. Wat je hebt opgeslagen is er nog; ben je aan het inloggen, dan kun je daar verder.",
    tryAgain: "Opnieuw proberen",
    home: "Naar de startpagina",
  },
};
