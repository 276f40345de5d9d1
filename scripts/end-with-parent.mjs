/** Loaded into whatever the scripts start: it stops when its parent is gone, also when that was killed without warning. */
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
// Being told must not keep it alive when its own work is done.
process.channel?.unref();
