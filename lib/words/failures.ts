/** Sentences of the error pages in every language: small and apart, because they are sent to the browser with every page. */
import { failure as de } from "./de/failure";
import { failure as en } from "./en/failure";
import type { Language } from "./language";
import { failure as nl } from "./nl/failure";

export const failures: Record<Language, typeof en> = { en, nl, de };
