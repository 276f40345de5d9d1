/** Where a request comes from, as audit events, sessions and letters remember it. */

export type Visitor = {
  /** The client's network address, as the trusted proxy (or the socket) gave it. */
  address: string | null;
  /** The User-Agent header, cut to a sane length; never trusted, only shown. */
  userAgent: string | null;
  /** A 256-bit token that the browser keeps for a year: it proves nothing but that it is the same browser. */
  browserToken: string | null;
  /** The Accept-Language header: in what to write to them while nobody has wished another language. */
  acceptLanguage?: string | null;
};
