/** A file of comma-separated values as an answer, which is sent as it is made. */
import "server-only";
import { Readable } from "node:stream";
import { now } from "@/lib/kernel/clock";
import { dayInNames } from "@/lib/words/moment";

/** The file `name`, with the day behind it, of `pieces`. */
export function csvDownload(name: string, pieces: AsyncGenerator<string>): Response {
  // The same stream, declared once by Node and once by the browser's types.
  return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}-${dayInNames(now())}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
