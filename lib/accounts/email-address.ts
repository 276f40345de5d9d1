/** E-mail addresses: how they are compared, checked and shown to somebody who has not proven to own them. */

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets with its angle brackets. */
export const longestEmail = 254;

/** Whether `value` can be an address: one @, a domain with a dot or a bare host, no spaces or control characters. */
export function isEmailAddress(value: string): boolean {
  return (
    value.length <= longestEmail && /^[^\s@<>"(),:;\\[\]\p{Cc}]+@[^\s@<>"(),:;\\[\]\p{Cc}]+$/u.test(value)
  );
}

/** Whether two addresses are one login: case does not tell people apart. */
export function sameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** `jane@example.com` as `j•••@example.com`: enough to recognise, too little to learn. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0]}•••${address.slice(at)}`;
}
