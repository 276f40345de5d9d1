import { downloadUsers } from "@/lib/organisations/download-users";
import { readView } from "@/lib/organisations/user-view";
import { csvDownload } from "@/lib/web/csv-download";
import { currentWords } from "@/lib/web/current-words";
import { takeDownloadPlace } from "@/lib/web/download-places";
import { fileWithinReach } from "@/lib/web/file-within-reach";
import { permitFresh } from "@/lib/web/permit";
import { parametersIn } from "@/lib/web/read-parameters";
import { userColumns } from "./columns";

/**
 * The users of the view in the address as CSV. Whoever must prove again who they are comes back to the list,
 * which says that the button is to be pressed again.
 */
export const GET = fileWithinReach(async (request) => {
  const by = await permitFresh("users.view");
  await takeDownloadPlace(by);
  const view = readView(parametersIn(new URL(request.url).searchParams));
  const pieces = await downloadUsers(by, view, userColumns((await currentWords()).users));
  return csvDownload("users", pieces);
});
