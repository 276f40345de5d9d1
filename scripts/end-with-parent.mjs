/** Loaded into whatever the scripts start: it stops when its parent is gone, also when that was killed without warning. */

// What it starts itself inherits this file, and has another parent, who looks after it.
if (process.ppid === Number(process.env.TWOSTEP_STARTED_BY)) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  // Being told must not keep it alive when its own work is done.
  process.channel?.unref();
}
