/** Tells a body that nobody can read, which whoever sent it must answer for, from a fault of our own. */

/** What Next throws of a form that does not end, has no beginning, or is longer than it said and than any of ours is. */
const sentences: [RegExp, 400 | 413][] = [
  [/^Failed to parse body as FormData|^Unexpected end of form$/, 400],
  // What React says of a form that none of its pages has written.
  [/^Already initialized |^Invalid (forward )?reference\.$|^Referenced Blob is not a Blob\.$/, 400],
  [/^Server Function has too many bound arguments|^Server Action arguments list is too long/, 400],
  [/^Maximum array nesting exceeded|^Invalid (Map|Set|Iterator) initializer\.$/, 400],
  [/^Body exceeded .* limit/, 413],
];

/** The status for whoever sent what `error` says that it cannot be read; undefined for all other errors. */
export function unreadableStatus(error: unknown): 400 | 413 | undefined {
  const message = error instanceof Error ? error.message : "";
  return sentences.find(([sentence]) => sentence.test(message))?.[1];
}
