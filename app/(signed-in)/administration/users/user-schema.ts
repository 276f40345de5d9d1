import { z } from "zod";
import { storedAddress } from "@/lib/accounts/email-address";
import type { UserFields } from "@/lib/organisations/user-change";
import { checkbox, emailField, nameField } from "@/lib/web/read-form";
import type { Words } from "@/lib/words/words";
import { revision } from "../revision";

const roles = ["administrator", "manager", "member"] as const;
const statuses = ["active", "deactivated"] as const;

/** The fields of a user as a form sends them; `teams` may be repeated. */
export function UserSchema({ users: { form } }: Words) {
  return z.object({
    revision: revision(form.malformed),
    name: nameField(form.nameMissing),
    email: emailField(form.emailMissing).transform(storedAddress),
    role: z.enum(roles, form.roleUnknown),
    status: z.enum(statuses, form.statusUnknown),
    teams: z.array(z.uuid(form.teamUnknown), form.teamUnknown).max(1_000, form.teamUnknown),
    activation: checkbox(form.activationMalformed),
  });
}

/** The fields that a form began with: as they were stored, whatever is asked of new ones by now. */
export const BeganUser = z.object({
  name: z.string(),
  email: z.string().transform(storedAddress),
  role: z.enum(roles),
  status: z.enum(statuses),
  teams: z.array(z.string()),
});

/** The user that a form describes. */
export function fieldsOf(input: z.output<typeof BeganUser>): UserFields {
  const { name, email, role, status, teams } = input;
  return { name, email, role, status, teamIds: [...new Set(teams)] };
}
