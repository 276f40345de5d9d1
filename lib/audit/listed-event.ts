/** An audit event as people read it. */
import type { AuditEvent, AuditEventName } from "./event";

/** Somebody whom an event names, as they are called today. */
type Named = { name: string; email: string };

export type ListedEvent = {
  id: number;
  at: Date;
  event: AuditEventName;
  result: AuditEvent["result"];
  /** Who acted; null for nobody known, or the product by itself. */
  actor: Named | null;
  /** Whose account it is about. */
  target: Named | null;
  method: string | null;
  /** The user agent. */
  browser: string | null;
  address: string | null;
  reason: string | null;
  detail: Record<string, unknown> | null;
};
