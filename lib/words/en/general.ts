/** Sentences that belong to no single screen: navigation, errors, notices. */

export const general = {};
