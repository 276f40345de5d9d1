/** Sentences of the developer screens. */

export const developer = {};
