/** Who may do what a filled-in form asks for: as `permit`, but what was typed does not get lost where they leave. */
import "server-only";
import type { FormState } from "@/components/form-state";
import type { Permission, Permitted } from "@/lib/organisations/permission";
import { leftBehind } from "./left-behind";
import { permit } from "./permit";

/** Who is logged in and may do `permission`; where they left `form` behind, what its action answers. */
export async function permitForm<P extends Permission>(
  permission: P,
  form: FormData,
): Promise<Permitted<P> | FormState> {
  return (await leftBehind(form, permission)) ?? permit(permission);
}

/** Whether it is the answer to a form that was left behind: nobody may send that one, and nothing is done. */
export function isLeftBehind(by: Permitted | FormState): by is FormState {
  return "status" in by;
}
