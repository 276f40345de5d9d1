/** Judges an answer to the codes that were sent by e-mail for one pending login. */
import { holds } from "@/lib/kernel/clock";
import { codeMatches } from "./security-code";

/** A security code that was sent. */
export type Challenge = {
  id: string;
  codeDigest: string;
  sentAt: Date;
  expiresAt: Date;
  replacedAt: Date | null;
  usedAt: Date | null;
};

/** One that is to be sent. */
export type NewChallenge = Omit<Challenge, "replacedAt" | "usedAt">;

export type ChallengeVerdict =
  | { is: "right"; challengeId: string }
  | { is: "wrong" | "replaced" | "run-out" | "used-already" };

/** The one that may still be answered, whether or not its time is up. */
export function liveChallenge(challenges: Challenge[]): Challenge | undefined {
  return challenges.find(({ replacedAt, usedAt }) => !replacedAt && !usedAt);
}

/** Says what `code` is to `challenges` (newest first) at the moment `at`. */
export function judgeCode(challenges: Challenge[], code: string, at: Date): ChallengeVerdict {
  const match = challenges.find(({ id, codeDigest }) => codeMatches(codeDigest, id, code));
  if (match?.usedAt) return { is: "used-already" };
  if (match?.replacedAt) return { is: "replaced" };
  const live = liveChallenge(challenges);
  // Too late is said of every code, so that nobody learns whether a stale guess was right.
  if (!live || !holds(live.expiresAt, at)) return { is: "run-out" };
  return match ? { is: "right", challengeId: match.id } : { is: "wrong" };
}
