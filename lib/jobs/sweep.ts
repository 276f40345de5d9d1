/**
 * What has to be done although nobody asks: owners are told of logins that got no further, and rows that were kept long
 * enough are deleted. Several instances sweep at once and do nothing twice: each claims what it does.
 *
 * Audit events are never deleted: the database itself refuses. An operator who must, archives the table.
 */
import { forgetBrowsers, forgetLinks } from "@/lib/accounts/forget-links";
import { pingDatabase } from "@/lib/database/ping";
import { now } from "@/lib/kernel/clock";
import { type Duration, minutes, seconds } from "@/lib/kernel/duration";
import { logFault } from "@/lib/kernel/log";
import { forgetSendings } from "@/lib/organisations/forget-sendings";
import { forgetSessions } from "@/lib/sessions/forget-sessions";
import { forgetCounters } from "@/lib/throttle/forget-counters";
import { forgetEnrolments, forgetPendingLogins, forgetReveals } from "@/lib/two-factor/forget-logins";
import { warnOfUnfinishedLogins } from "@/lib/two-factor/warn-of-unfinished-login";

/** Does up to so many and says how many there were. */
type Chore = (limit: number) => Promise<number>;

/** The owners are told before their logins are forgotten. */
const telling: Chore[] = [warnOfUnfinishedLogins];
const forgetting: Chore[] = [
  forgetPendingLogins,
  forgetEnrolments,
  forgetReveals,
  forgetLinks,
  forgetSessions,
  forgetBrowsers,
  forgetSendings,
  forgetCounters,
];
const everything = [...telling, ...forgetting];

/** Few enough that nobody waits for the locks of a portion. */
const portion = 200;

/**
 * Sweeps until nothing is left, `time` is up or the process is `stopping`. A chore that fails is logged and keeps none of
 * the others.
 */
export async function sweep(time: Duration, stopping?: AbortSignal, chores = everything): Promise<void> {
  const end = now().getTime() + time;
  const goesOn = () => now().getTime() < end && !stopping?.aborted;
  for (const chore of chores) {
    try {
      let done = portion;
      while (done === portion && goesOn()) done = await chore(portion);
    } catch (error) {
      logFault("sweep.failed", error);
    }
  }
}

/**
 * As {@link sweep}, but forgets nothing while this clock and the database's are apart, which is in the log then: what is
 * deleted too early does not come back, and a lock that is would be open for all the other instances, too.
 */
export async function sweepOnTime(time: Duration, stopping?: AbortSignal): Promise<void> {
  return sweep(time, stopping, (await pingDatabase()) ? everything : telling);
}

// Next loads a module more than once; a process sweeps once.
const shared = globalThis as typeof globalThis & {
  twostepSweeping?: { timer: NodeJS.Timeout; running: Promise<void>; stopping: AbortController };
};

/** Sweeps each minute from now on, until {@link stopSweeping}; keeps no process alive. */
export function startSweeping(): void {
  clearInterval(shared.twostepSweeping?.timer);
  const stopping = new AbortController();
  const timer = setInterval(() => {
    // Shorter than the minute, so that no two sweeps of a process meet.
    if (shared.twostepSweeping) shared.twostepSweeping.running = sweepOnTime(seconds(50), stopping.signal);
  }, minutes(1));
  timer.unref();
  shared.twostepSweeping = { timer, running: Promise.resolve(), stopping };
}

/** Sweeps no more, once the portion that is being done is done. Must happen before the database is closed. */
export async function stopSweeping(): Promise<void> {
  clearInterval(shared.twostepSweeping?.timer);
  shared.twostepSweeping?.stopping.abort();
  await shared.twostepSweeping?.running;
}
