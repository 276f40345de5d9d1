/** A file of comma-separated values as an answer, which is sent as it is made. */
import "server-only";
import { Readable } from "node:stream";
import { now } from "@/lib/kernel/clock";

/** The file `name`, with the day behind it, of `pieces`. */
export function csvDownload(name: string, pieces: AsyncGenerator<string>): Response {
  const day = now().toISOString().slice(0, 10);
  // The same stream, declared once by Node and once by the browser's types.
  return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-${day}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
