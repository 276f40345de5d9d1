import { redirect } from "next/navigation";
import { now } from "@/lib/kernel/clock";
import { downloadUsers } from "@/lib/organisations/download-users";
import { readView, viewParameters } from "@/lib/organisations/user-view";
import { freshly } from "@/lib/sessions/actor";
import { csvDownload } from "@/lib/web/csv-download";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { parametersIn } from "@/lib/web/read-parameters";
import { stepUpFor } from "@/lib/web/step-up";
import { userColumns } from "./columns";

/**
 * The users of the view in the address as CSV. Whoever must prove again who they are comes back to the list,
 * which says that the button is to be pressed again.
 */
export async function GET(request: Request): Promise<Response> {
  const by = await permit("users.view");
  const view = readView(parametersIn(new URL(request.url).searchParams));
  const fresh = freshly(by, now());
  if (!fresh) redirect(stepUpFor(paths.usersShown(viewParameters(view)), "confirmed"));

  const pieces = await downloadUsers(fresh, view, userColumns((await currentWords()).users));
  return csvDownload("users", pieces);
}
