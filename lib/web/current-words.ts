/** The sentences in the language of whoever is asking. */
import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { chooseLanguage, type Language } from "@/lib/words/language";
import { type Words, wordsIn } from "@/lib/words/words";
import { currentSession } from "./current";
import { languageOfPendingLogin } from "./current-pending-login";

/** The user's language, from the password on, else the organisation's, else the browser's. */
export const currentLanguage = cache(async (): Promise<Language> => {
  const session = await currentSession();
  const wishes = session
    ? [session.user.language, session.organisation.language]
    : [await languageOfPendingLogin()];
  return chooseLanguage(wishes, (await headers()).get("accept-language"));
});

export async function currentWords(): Promise<Words> {
  return wordsIn(await currentLanguage());
}
