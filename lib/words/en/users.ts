/** Sentences of the users screens. */

export const users = {};
