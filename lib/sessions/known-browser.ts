/** How a browser is known again in which a user has logged in, or has followed a link to choose their password. */
import { digests } from "@/lib/kernel/digest";

/** What a browser that brought `token` may be known by, under the newest key first; nothing where it brought none. */
export const browserDigests = (token: string | null): string[] =>
  token ? digests("known-browser", token) : [];
