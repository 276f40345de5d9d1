/** Compares secrets without telling by the time it takes how much of a guess was right. */
import { createHash, timingSafeEqual } from "node:crypto";

/** Whether `given` is `expected`. Both are hashed first, so that not even the length shows. */
export function isSameSecret(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash("sha256").update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
