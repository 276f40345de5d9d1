/** Whom letters are from: one address, with a name or without. Anything else the mail server would be told half of. */
import { z } from "zod";

const address = String.raw`[^\s"<>@,:;()\\]+@[^\s"<>@,:;()\\]+`;
const name = String.raw`"[^"\\\r\n]+" ?|[^"<>@,:;()\\\r\n]+`;

/**
 * An address, or a name and one in angle brackets (RFC 5322, 3.4; a name with a comma in it is quoted). Quotes around both
 * are those of an `.env` that its reader has left in, as `docker run --env-file` does: a name without an address.
 */
export const sender = z
  .string()
  .trim()
  .regex(
    new RegExp(`^(${address}|(${name})<${address}>)$`),
    'must be an address, or a name and one: Acme <login@acme.example>, or "Acme, Inc." <login@acme.example>',
  );
