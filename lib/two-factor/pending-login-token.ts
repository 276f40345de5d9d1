/** How a pending login is found again: by its token, of which the database has a digest. */
import { type OneByOne, oneByOne } from "@/lib/database/prepared";
import { digest, digests } from "@/lib/kernel/digest";

/** The digests that a pending login of `token` may be stored under. */
export const tokenDigests = (token: string): OneByOne => oneByOne(digests("pending-login", token));

/** The digest that one with a new `token` is stored under. */
export const tokenDigest = (token: string): string => digest("pending-login", token);
