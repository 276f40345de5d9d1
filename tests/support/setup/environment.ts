/** Gives each worker a data folder of its own, for its mailbox and whatever else is written there. */
import { join } from "node:path";
import { inject } from "vitest";

process.env.TWOSTEP_DATA = join(inject("scratchFolder"), `worker-${process.env.VITEST_POOL_ID}`);
