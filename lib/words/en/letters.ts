/** Sentences of the letters. */

export const letters = {};
