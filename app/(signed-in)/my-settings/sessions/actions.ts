"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { endOtherSessions, endOwnSession } from "@/lib/sessions/end-sessions";
import { keepToOwner } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { freshlySignedIn } from "@/lib/web/permit";

/** "End session": one of one's own; somebody else's, or what is none, is as good as ended already. */
export async function endSessionAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  const id = z.uuid().safeParse(form.get("session"));
  const ended = id.success && (await endOwnSession(actor, id.data)).ok;
  redirect(withNotice(paths.sessions, ended ? "ended" : "ended-already"));
}

/** "End all other sessions". */
export async function endOtherSessionsAction(form: FormData): Promise<void> {
  const { actor } = await freshlySignedIn();
  await keepToOwner(form);
  await endOtherSessions(actor);
  redirect(withNotice(paths.sessions, "others-ended"));
}
