import { readEventFilter } from "@/lib/audit/event-view";
import { downloadAudit } from "@/lib/organisations/view-audit";
import { csvDownload } from "@/lib/web/csv-download";
import { currentWords } from "@/lib/web/current-words";
import { takeDownloadPlace } from "@/lib/web/download-places";
import { fileWithinReach } from "@/lib/web/file-within-reach";
import { permitFresh } from "@/lib/web/permit";
import { parametersIn } from "@/lib/web/read-parameters";
import { eventColumns } from "./columns";

/**
 * The log of the view in the address as CSV. Whoever must prove again who they are comes back to the log,
 * which says that the button is to be pressed again.
 */
export const GET = fileWithinReach(async (request) => {
  const by = await permitFresh("audit.view");
  await takeDownloadPlace(by);
  const filter = readEventFilter(parametersIn(new URL(request.url).searchParams));
  const pieces = await downloadAudit(by, filter, eventColumns(await currentWords()));
  return csvDownload("audit-log", pieces);
});
