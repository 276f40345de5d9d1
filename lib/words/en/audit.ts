/** Sentences of the audit screens. */

export const audit = {};
