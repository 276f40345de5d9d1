/** Hears that the process is to end, and lets it end well: from npm, a supervisor, or a terminal that is left or closed. */

/** Calls `stop`, once: several of them may say it, and the second word must not cut what the first one ended. */
export function whenToldToStop(stop) {
  let isTold = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      if (isTold) return;
      isTold = true;
      // Who hangs up, or is gone with it, reads no more: what is said on the way must not end the process in the middle.
      for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
      stop();
    });
  }
}
