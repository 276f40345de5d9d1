import { z } from "zod";
import { longestEmail, storedAddress } from "@/lib/accounts/email-address";
import { userStatuses } from "@/lib/organisations/user";
import type { UserFields } from "@/lib/organisations/user-change";
import { roleNames } from "@/lib/sessions/session";
import { checkbox, emailField, inEveryLanguage, nameField } from "@/lib/web/read-form";
import { revision } from "../revision";

/** The fields of a user as a form sends them; `teams` may be repeated. */
export const UserSchema = inEveryLanguage(({ users: { form } }) =>
  z.object({
    revision: revision(form.malformed),
    name: nameField(form.nameMissing),
    email: emailField(form.emailMissing).transform(storedAddress),
    role: z.enum(roleNames, form.roleUnknown),
    status: z.enum(userStatuses, form.statusUnknown),
    teams: z.array(z.uuid(form.teamUnknown), form.teamUnknown).max(1_000, form.teamUnknown),
    activation: checkbox(form.activationMalformed),
  }),
);

/** The fields that a form began with: as they were stored, whatever is asked of new ones by now. */
export const BeganUser = z.object({
  name: z.string(),
  email: z.string().max(longestEmail).transform(storedAddress),
  role: z.enum(roleNames),
  status: z.enum(userStatuses),
  teams: z.array(z.string()),
});

/** The user that a form describes. */
export function fieldsOf(input: z.output<typeof BeganUser>): UserFields {
  const { name, email, role, status, teams } = input;
  return { name, email, role, status, teamIds: [...new Set(teams)] };
}
