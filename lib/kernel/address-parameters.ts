/** What an address, or the form that makes it, asks for. Anybody can write one, so nothing in it is taken on trust. */
import { withoutUnseen } from "./unseen";

/** Each value a text, several texts, or nothing. */
export type AddressParameters = Record<string, string | string[] | undefined>;

/** The text that is given as `name`, the first of several; empty where there is none. */
export function given(parameters: AddressParameters, name: string): string {
  return [parameters[name] ?? ""].flat()[0] ?? "";
}

/** Longer than any name; what goes on behind it would only cost time. */
const longestSearch = 200;

/** What is looked for by `name`, as somebody may have typed it: without what nobody sees, and not too long. */
export function searched(parameters: AddressParameters, name: string): string {
  return (
    withoutUnseen(given(parameters, name))
      .replaceAll(/\p{Cc}+/gu, " ")
      .trimStart()
      .slice(0, longestSearch)
      // Half an emoji is no text that a database keeps.
      .replace(/\p{Cs}$/u, "")
      .trimEnd()
  );
}

/**
 * `settings` as parameters of an address, without what is not asked. Of what is chosen "all" means that nothing is; of
 * `typed` it is a word like others: left out, whatever is done to those whom it finds would be done to everybody.
 */
export function askedOf(settings: Record<string, string | null>, typed: string): Record<string, string> {
  const given = Object.entries(settings).map(([name, value]) => [name, value ?? ""] as const);
  return Object.fromEntries(
    given.filter(([name, value]) => value !== "" && (name === typed || value !== "all")),
  );
}
