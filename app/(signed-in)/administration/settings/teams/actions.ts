"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import type { FormState } from "@/components/form-state";
import { addTeam, deleteTeam, renameTeam } from "@/lib/organisations/edit-teams";
import { currentWords } from "@/lib/web/current-words";
import { shutOut } from "@/lib/web/left-behind";
import { paths, withNotice } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { isLeftBehind, permitForm } from "@/lib/web/permit-form";
import { inEveryLanguage, invalidField, nameField, readForm } from "@/lib/web/read-form";

const Team = inEveryLanguage(({ settings }) => z.object({ name: nameField(settings.teams.nameMissing) }));

/** "Add team". */
export async function addTeamAction(_: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("settings.edit", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(Team(words), form);
  if (!input.ok) return input;

  const outcome = await addTeam(by, input.value.name);
  if (outcome.ok) {
    revalidatePath(paths.settings);
    return { status: "saved", message: words.settings.teams.added(input.value.name) };
  }
  if (outcome.code === "session-ended") return shutOut();
  const { nameTaken, tooMany } = words.settings.teams;
  return invalidField(form, "name", outcome.code === "name-taken" ? nameTaken : tooMany);
}

/** "Rename team"; the page binds the team's `id`. */
export async function renameTeamAction(id: string, _: FormState, form: FormData): Promise<FormState> {
  const by = await permitForm("settings.edit", form);
  if (isLeftBehind(by)) return by;
  const words = await currentWords();
  const input = readForm(Team(words), form);
  if (!input.ok) return input;

  const outcome = await renameTeam(by, id, input.value.name);
  if (outcome.ok) {
    revalidatePath(paths.team(id));
    return { status: "saved", message: words.settings.teams.renamed };
  }
  if (outcome.code === "session-ended") return shutOut();
  if (outcome.code === "not-found") redirect(withNotice(paths.settings, "team-gone"));
  return invalidField(form, "name", words.settings.teams.nameTaken);
}

/** "Delete this team"; its page has said what that means, and binds the team's `id`. To whom is shut out, the login. */
export async function deleteTeamAction(id: string): Promise<void> {
  const by = await permit("settings.edit");
  const outcome = await deleteTeam(by, id);
  redirect(withNotice(paths.settings, outcome.ok ? "team-deleted" : "team-gone"));
}
