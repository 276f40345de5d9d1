/** Gives a process a share of a processor, as a small rented machine does: so two of them find room where cores are few. */
import { mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Linux control groups, in their first version. Whoever has others, or may not make one, can give no share. */
const groups = "/sys/fs/cgroup/cpu";

/** In microseconds: so short that a server which waits for its next share does not seem to fall behind (scripts/turns.mjs). */
const period = 20_000;

/** Lets the process `pid` use `share` of one processor; returns what ends that, or undefined where it cannot be done. */
export function giveShare(pid: number, share: number): (() => void) | undefined {
  const group = join(groups, `twostep-bench-${pid}`);
  try {
    mkdirSync(group);
  } catch {
    return undefined;
  }
  writeFileSync(join(group, "cpu.cfs_period_us"), String(period));
  writeFileSync(join(group, "cpu.cfs_quota_us"), String(Math.round(period * share)));
  writeFileSync(join(group, "cgroup.procs"), String(pid));
  return () => {
    writeFileSync(join(groups, "cgroup.procs"), String(pid));
    rmdirSync(group);
  };
}
