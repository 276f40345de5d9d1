/** The parts of redeeming a verified pending login, for whoever writes the statement around them, and of verifying it. */
export { movingEnrolment } from "./authenticator-queries";
export { tokenDigests } from "./pending-login-in-full-queries";
export {
  type Claimed,
  claimedColumns,
  claimingLive,
  lockingOwner,
  notingLogin,
  taking,
} from "./pending-login-queries";
export { movingReveal } from "./recovery-code-reveal-queries";
export { recordingIfClosed } from "./spend-try-queries";
export {
  lockingOpen,
  type QuietSpend,
  type Spendings,
  usingUp,
  type Verification,
  type Verified,
} from "./verification-queries";
