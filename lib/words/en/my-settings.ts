/** Sentences of the my-settings screens. */

export const mySettings = {};
