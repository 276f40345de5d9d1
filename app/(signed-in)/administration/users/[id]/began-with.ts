import { z } from "zod";
import { storedAddress } from "@/lib/accounts/email-address";
import type { PresentUser } from "@/lib/organisations/user";
import type { UserFields } from "@/lib/organisations/user-change";

const Began = z.object({
  name: z.string(),
  email: z.string().transform(storedAddress),
  role: z.enum(["administrator", "manager", "member"]),
  status: z.enum(["active", "deactivated"]),
  teamIds: z.array(z.string()),
});

/**
 * The user that a form began with, as it says itself; undefined where it does not. Good for showing and joining, and
 * for nothing else: whoever sends it may write into it what they like.
 */
export function beganWith(form: FormData): UserFields | undefined {
  return Began.safeParse({
    name: form.get("beganName"),
    email: form.get("beganEmail"),
    role: form.get("beganRole"),
    status: form.get("beganStatus"),
    teamIds: form.getAll("beganTeams"),
  }).data;
}

/** The same for a form that begins anew with `present`. */
export function beginningWith(present: PresentUser) {
  const { name, email, role, status, teams } = present;
  return {
    beganName: name,
    beganEmail: email,
    beganRole: role,
    beganStatus: status,
    beganTeams: teams.map(({ id }) => id),
  };
}
