/** Sentences of the product as an installed app: the hint to install it, and what stands there without a connection. */
import type { Words } from "../en.ts";

export const theApp: Words["theApp"] = {
  install: {
    title: "Twostep griffbereit",
    text: "Als App installiert öffnet es sich vom Startbildschirm aus, ohne den Browser darum herum.",
    install: "Installieren",
    dismiss: "Nicht jetzt",
  },
  offline: {
    title: "Sie sind offline",
    description:
      "Diese Seite braucht eine Verbindung. Was Sie gespeichert haben, ist noch da; eine begonnene Anmeldung bleibt erhalten.",
    tryAgain: "Erneut versuchen",
    home: "Zur Startseite",
  },
};
