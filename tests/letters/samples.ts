/** Every letter with the props of its sample, as the tests go through them. */
import { type Letter, type LetterName, letters } from "@/emails/catalogue";

export const letterNames = Object.keys(letters) as LetterName[];

/** The letter `name` with its sample's props, changed by `changes`. */
export function sampleOf(name: LetterName, changes: Record<string, unknown> = {}): Letter {
  const { language: _, ...props } = letters[name].sample;
  return { name, props: { ...props, ...changes } } as Letter;
}
