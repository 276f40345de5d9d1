/** What the password hash alone costs, measured where nothing else runs: no design of ours can take less. */
import { hashPassword, passwordMatches } from "@/lib/accounts/password-hash";
import { password } from "../sides/side";
import { sideBySide } from "./load";

/** Milliseconds of processor for one verification, in each of five rounds. */
export async function hashCost(): Promise<number[]> {
  const stored = await hashPassword(password);
  const many = Array.from({ length: 60 });
  const rounds: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const before = process.cpuUsage();
    await sideBySide(many, 8, () => passwordMatches(password, stored));
    const { user, system } = process.cpuUsage(before);
    rounds.push((user + system) / 1000 / many.length);
  }
  // The first one finds no memory ready.
  return rounds.slice(1);
}
