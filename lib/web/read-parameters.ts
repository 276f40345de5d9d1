/** Reads the parameters of an address, or the fields of a form, as Next gives parameters to a page. */

/**
 * Each of them with all its texts, in their order. Gone through once: asked for each of thousands of names, they hold up
 * everybody for seconds.
 */
export function parametersIn(given: URLSearchParams | FormData): Record<string, string[]> {
  const read = new Map<string, string[]>();
  for (const [name, value] of given) {
    const texts = read.get(name) ?? [];
    if (typeof value === "string") texts.push(value);
    read.set(name, texts);
  }
  return Object.fromEntries(read);
}
