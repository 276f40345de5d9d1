import { Readable } from "node:stream";
import { redirect } from "next/navigation";
import { filterParameters, readEventFilter } from "@/lib/audit/event-view";
import { now } from "@/lib/kernel/clock";
import { downloadAudit } from "@/lib/organisations/view-audit";
import { freshly } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { parametersIn } from "@/lib/web/read-parameters";
import { stepUpFor } from "@/lib/web/step-up";
import { eventColumns } from "./columns";

/**
 * The log of the view in the address as CSV. Whoever must prove again who they are comes back to the log,
 * which says that the button is to be pressed again.
 */
export async function GET(request: Request): Promise<Response> {
  const by = await permit("audit.view");
  const filter = readEventFilter(parametersIn(new URL(request.url).searchParams));
  const fresh = freshly(by, now());
  if (!fresh) redirect(stepUpFor(paths.auditShown(filterParameters(filter)), "confirmed"));

  const pieces = await downloadAudit(fresh, filter, eventColumns(await currentWords()));
  const day = now().toISOString().slice(0, 10);
  // The same stream, declared once by Node and once by the browser's types.
  return new Response(Readable.toWeb(Readable.from(pieces, { objectMode: false })) as ReadableStream, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="audit-log-${day}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}
