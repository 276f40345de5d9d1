/** A reason to leave somebody out of a sending: that they have been mailed enough of these e-mails. */
import { sql } from "kysely";
import type { Migration } from "kysely/migration";

export const mailedEnough: Migration = {
  async up(db) {
    // Not valid: what is there keeps to the narrower rule of before, and need not be read while everybody waits.
    await sql`
      alter table resend_recipients
        drop constraint resend_recipients_reason_check,
        add constraint resend_recipients_reason_check check (reason in ('confirmed', 'deactivated', 'waiting-already',
          'sent-meanwhile', 'mailed-enough', 'refused', 'unreachable')) not valid
    `.execute(db);
  },
};
