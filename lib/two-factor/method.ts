/** The ways in which a second step is proven. */

/** Methods that a person chooses and an organisation allows. */
export const methods = ["email", "authenticator"] as const;

export type Method = (typeof methods)[number];

/** Methods plus the way back in when the authenticator is lost. */
export type ProofMethod = Method | "recovery-code";
