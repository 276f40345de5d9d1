/** Sentences of the login screens. */

export const login = {};
