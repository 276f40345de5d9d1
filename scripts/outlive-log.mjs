/**
 * Loaded into what serves and works for long: it outlives whoever reads its log, and room on the disk that this is on. A
 * worker would end with a line that cannot be written; a server, where Next catches that and writes it down, would do
 * nothing else any more.
 */
for (const log of [process.stdout, process.stderr]) log.on("error", () => {});
