/** What a person looks for in a letter: its security code, and its link. */
import type { Rendered } from "./render";

/** The 6 digits that stand alone on a line of the letter. */
export function codeIn({ text }: Pick<Rendered, "text">): string | undefined {
  return /^\d{6}$/m.exec(text)?.[0];
}

/** The first address in the letter. */
export function linkIn({ text }: Pick<Rendered, "text">): string | undefined {
  return /https?:\/\/\S+/.exec(text)?.[0];
}
