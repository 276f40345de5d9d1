/** Reads the parameters of an address, or of a form that sends them along, as Next gives them to a page. */

/** Each parameter with all its values, in their order. */
export function parametersIn(given: URLSearchParams | FormData): Record<string, string[]> {
  const texts = (name: string) => given.getAll(name).filter((value) => typeof value === "string");
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, texts(name)]));
}
