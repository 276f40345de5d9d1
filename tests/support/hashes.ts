/**
 * Lets passwords and recovery codes cost a tenth where they are only the way to what a test is about. What they cost is
 * held by tests/rules; races and browser tests pay for it.
 */
import { onTestFinished } from "vitest";
import { passwordHashing } from "@/lib/accounts/password-hash";
import { recoveryCodeHashing } from "@/lib/two-factor/recovery-code";

const memoryOfCodes = recoveryCodeHashing.memoryCost;

/** From now on they cost little. */
export function hashLightly(): void {
  passwordHashing.memoryCost = 1_024;
  recoveryCodeHashing.memoryCost = 1_024;
}

/** Until the test ends recovery codes cost what they do in the product. */
export function hashCodesInEarnest(): void {
  recoveryCodeHashing.memoryCost = memoryOfCodes;
  onTestFinished(hashLightly);
}
