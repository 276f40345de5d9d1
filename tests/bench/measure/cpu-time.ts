/** Processor time of the processes that answer: the server, and those of Postgres that work for it. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { onServer } from "../../support/server";

/** How long a tick of /proc/PID/stat is, in milliseconds: ten nearly everywhere. */
const tick = 1000 / Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Milliseconds that the process `pid` has used in all its threads; undefined when it is gone. */
export function cpuOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // What stands in brackets is the program's name, which may hold anything; utime and stime are fields 14 and 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return undefined;
  }
}

/** Megabytes of memory that the process `pid` holds. */
export function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
}

/** A stopwatch for a server and the Postgres processes of its database; read twice, it gives what was used between. */
export async function cpuClock(pids: number[], database: string) {
  const backends = await backendsOf(database);
  const before = new Map([...pids, ...backends].map((pid) => [pid, cpuOf(pid) ?? 0]));
  return async (): Promise<{ server: number; postgres: number }> => {
    const used = (pid: number) => {
      const now = cpuOf(pid);
      if (now === undefined) throw new Error(`Process ${pid} ended while it was measured`);
      return now - (before.get(pid) ?? 0);
    };
    const total = (all: number[]) => all.reduce((sum, pid) => sum + used(pid), 0);
    const now = await backendsOf(database);
    // A pool that shrinks while it is measured would hide what its connections have used.
    return { server: total(pids), postgres: total([...new Set([...now, ...backends.filter(cpuOf)])]) };
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
