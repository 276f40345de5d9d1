/** Sentences of the two-factor screens. */

export const twoFactor = {};
