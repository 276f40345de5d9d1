import { redirect } from "next/navigation";
import { filterParameters, readEventFilter } from "@/lib/audit/event-view";
import { now } from "@/lib/kernel/clock";
import { downloadAudit } from "@/lib/organisations/view-audit";
import { freshly } from "@/lib/sessions/actor";
import { csvDownload } from "@/lib/web/csv-download";
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
  return csvDownload("audit-log", pieces);
}
