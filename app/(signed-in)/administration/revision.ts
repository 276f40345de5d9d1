import { z } from "zod";

/** The hidden number that a page was made with; `sentence` is for a form that was changed on its way. */
export function revision(sentence: string) {
  return z
    .string(sentence)
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number);
}
