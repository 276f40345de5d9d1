/** Refuses mailed links, and writes down of whom each was. */
import type { AuditEvent, AuditEventName } from "@/lib/audit/event";
import { recordEvent } from "@/lib/audit/record-event";
import { database } from "@/lib/database/connection";
import { type Result, refuse } from "@/lib/kernel/result";
import type { Visitor } from "@/lib/kernel/visitor";
import { type EmailToken, type EmailTokenPurpose, findEmailToken } from "./email-token-queries";

const refusals = {
  activation: "activation.refused",
  "password-reset": "password.reset-refused",
} satisfies Record<EmailTokenPurpose, AuditEventName>;

/** About the account that the link was for, where there is one; who opened it is known of nobody. */
export function refusedLink(
  purpose: EmailTokenPurpose,
  found: EmailToken | undefined,
  reason: string,
  visitor: Visitor,
): AuditEvent {
  return {
    event: refusals[purpose],
    result: "failure",
    organisationId: found?.organisationId ?? null,
    actorId: null,
    targetId: found?.userId ?? null,
    visitor,
    reason,
  };
}

/** Refuses a link that was open a moment ago, by what `judge` says that it is now. */
export async function refuseOvertaken<Code extends string>(
  purpose: EmailTokenPurpose,
  token: string,
  judge: (found: EmailToken | undefined) => Result<unknown, { code: Code }>,
  visitor: Visitor,
): Promise<{ ok: false; code: Code | "used" }> {
  const found = await findEmailToken(database(), purpose, token);
  const open = judge(found);
  const code = open.ok ? "used" : open.code;
  await recordEvent(database(), refusedLink(purpose, found, code, visitor));
  return refuse(code);
}
