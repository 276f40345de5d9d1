/** What is due, done once and for a while: for platforms on which no process lives long enough to do it by itself. */
import { seconds } from "@/lib/kernel/duration";
import { prepareQueue } from "@/lib/mail/queue";
import { drain } from "@/lib/mail/worker";
import { resumeLostSendings } from "@/lib/organisations/resume-sendings";
import { jobHandlers } from "./handlers";
import { sweepOnTime } from "./sweep";

/**
 * Together less than the minute after which the platform cuts it off, and fifteen seconds are left for letters that are
 * under way then. One that a mail server takes longer for is sent again.
 */
const timeForSweeping = seconds(10);
const timeForJobs = seconds(35);

/**
 * Sweeps, then does what waits in the queue, also what the sweep has put there, and sendings that are lost; returns how many
 * jobs were tried.
 */
export async function doJobs(): Promise<number> {
  await prepareQueue();
  await sweepOnTime(timeForSweeping);
  await resumeLostSendings();
  return drain(jobHandlers, timeForJobs);
}
