/** A change to a user: what of them changes, and the judgement of it. */
import { sameAddress, storedAddress } from "@/lib/accounts/email-address";
import type { Role } from "@/lib/sessions/session";
import type { Scope } from "./permission";
import type { Team } from "./team";
import type { PresentUser, UserStatus } from "./user";
import { mayHandOut } from "./visibility";

/** What the form of a user holds. */
export type UserFields = {
  name: string;
  email: string;
  role: Role;
  status: UserStatus;
  teamIds: string[];
};

/** Who changes a user, as far as it matters. */
export type Changer = {
  role: Role;
  scope: Scope;
  /** The teams that they may put somebody into. */
  teams: Team[];
  /** Whether they proved who they are in the last ten minutes. */
  isFresh: boolean;
  /** Whether they are in without a second step that counts, although the organisation asks for one. */
  lacksSecondStep: boolean;
};

export type FieldRefusal =
  | { code: "role-not-yours-to-give" | "team-missing" | "proof-not-fresh" }
  /** `unknown` are those that are nowhere, or not theirs to put somebody into: an answer tells nobody which. */
  | { code: "team-unknown"; unknown: string[] }
  /** `field` is the one that asks for more than the password alone. */
  | { code: "second-step-missing"; field: SensitiveField };

type SensitiveField = "email" | "role";

/** What differs between a user and the form. */
export function changesTo(present: PresentUser, wanted: UserFields) {
  const before = present.teams.map(({ id }) => id);
  return {
    name: present.name !== wanted.name,
    /** Another mailbox; the same one in capitals is only another spelling. */
    address: !sameAddress(present.email, wanted.email),
    spelling: present.email !== storedAddress(wanted.email) && sameAddress(present.email, wanted.email),
    role: present.role !== wanted.role,
    deactivated: present.status === "active" && wanted.status === "deactivated",
    reactivated: present.status === "deactivated" && wanted.status === "active",
    teams: before.length !== wanted.teamIds.length || before.some((id) => !wanted.teamIds.includes(id)),
  };
}

/** Whether an active administrator stops being one. */
export function losesAdministrator(present: PresentUser, wanted: UserFields): boolean {
  const isOne = present.role === "administrator" && present.status === "active";
  return isOne && (wanted.role !== "administrator" || wanted.status !== "active");
}

/** What stands against `by` giving a user the role and the teams of `wanted`; `present` is null for a new one. */
export function judgeFields(
  by: Changer,
  present: PresentUser | null,
  wanted: UserFields,
): FieldRefusal | undefined {
  if (!mayHandOut(by.role, wanted.role)) return { code: "role-not-yours-to-give" };
  const known = by.teams.map(({ id }) => id);
  const unknown = wanted.teamIds.filter((id) => !known.includes(id));
  if (unknown.length > 0) return { code: "team-unknown", unknown };
  // Whoever reaches only their own teams would never see this user again.
  if (by.scope === "own-teams" && wanted.teamIds.length === 0) return { code: "team-missing" };
  const field = sensitiveField(present, wanted);
  // Another address takes a second step away as surely as its reset does, and a role lets somebody else do so.
  if (field && by.lacksSecondStep) return { code: "second-step-missing", field };
  if ((field || changesStatus(present, wanted)) && !by.isFresh) return { code: "proof-not-fresh" };
  return undefined;
}

/** Addresses and roles are what an intruder in a forgotten session would change (ASVS 5.0, 7.5.1 and 7.5.3). */
function sensitiveField(present: PresentUser | null, wanted: UserFields): SensitiveField | undefined {
  if (!present) return wanted.role === "member" ? undefined : "role";
  const changes = changesTo(present, wanted);
  if (changes.address) return "email";
  return changes.role ? "role" : undefined;
}

/** Deactivating ends all sessions of somebody, and activating lets back in whoever was shut out: with all they had. */
function changesStatus(present: PresentUser | null, wanted: UserFields): boolean {
  return present !== null && present.status !== wanted.status;
}
