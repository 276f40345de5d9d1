/** Processor time of the processes that answer: the server, and those of Postgres that work for it. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { onServer } from "../../support/server";

/** How long a tick of /proc/PID/stat is, in milliseconds: ten nearly everywhere. */
const tick = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Milliseconds that the process `pid` has used in all its threads; undefined when it is gone. */
export function cpuOf(pid: number): number | undefined {
  return usedBy(`/proc/${pid}`)?.time;
}

/** Milliseconds that the process `pid` has used in the threads to which Node hands what takes long: there hashes are made. */
function hashingOf(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`).map((thread) => usedBy(`/proc/${pid}/task/${thread}`));
  return threads.reduce((sum, each) => sum + (each?.name === "libuv-worker" ? each.time : 0), 0);
}

function usedBy(path: string): { name: string; time: number } | undefined {
  try {
    const stat = readFileSync(`${path}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    // The name may hold anything; behind it, utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { name, time: (Number(fields[11]) + Number(fields[12])) * tick };
  } catch {
    return undefined;
  }
}

/** Megabytes of memory that the process `pid` holds. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/**
 * A stopwatch for a server and the Postgres processes of its database; read twice, it gives what was used between.
 * `hashing` is a part of `server`.
 */
export async function cpuClock(pids: number[], database: string) {
  const backends = await backendsOf(database);
  const before = new Map([...pids, ...backends].map((pid) => [pid, cpuOf(pid) ?? 0]));
  const hashingNow = () => pids.reduce((sum, pid) => sum + hashingOf(pid), 0);
  const hashedBefore = hashingNow();
  return async (): Promise<{ server: number; postgres: number; hashing: number }> => {
    const used = (pid: number) => {
      const now = cpuOf(pid);
      if (now === undefined) throw new Error(`Process ${pid} ended while it was measured`);
      return now - (before.get(pid) ?? 0);
    };
    const total = (all: number[]) => all.reduce((sum, pid) => sum + used(pid), 0);
    const now = await backendsOf(database);
    // A pool that shrinks while it is measured would hide what its connections have used.
    const hashing = hashingNow() - hashedBefore;
    return {
      server: total(pids),
      hashing,
      postgres: total([...new Set([...now, ...backends.filter(cpuOf)])]),
    };
  };
}

async function backendsOf(database: string): Promise<number[]> {
  const rows = await onServer(
    `select pid from pg_stat_activity where datname = '${database}' and backend_type = 'client backend'`,
  );
  const pids = rows.map(({ pid }) => Number(pid));
  if (pids.some((pid) => cpuOf(pid) === undefined)) {
    const here = await onServer("select 1");
    if (here && pids.every((pid) => cpuOf(pid) === undefined))
      throw new Error("Postgres must run on this machine: its processor time is read from /proc.");
  }
  return pids.filter((pid) => cpuOf(pid) !== undefined);
}
