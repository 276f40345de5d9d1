/** Redeems a verified pending login, once; what comes of it is the business of whoever writes the statement around it. */
export { movingEnrolment } from "./authenticator-queries";
export { tokenDigests } from "./pending-login-in-full-queries";
export { type Claimed, claimingLive, lockingOwner, notingLogin, taking } from "./pending-login-queries";
export { movingReveal } from "./recovery-code-reveal-queries";
export { recordingIfClosed } from "./spend-try-queries";
