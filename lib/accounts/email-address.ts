/** E-mail addresses: how they are compared, checked and shown to somebody who has not proven to own them. */

/** RFC 5321 §4.5.3.1.3: a path has at most 256 octets with its angle brackets. */
export const longestEmail = 254;

/**
 * Whether `value` can be an address: one @, a domain with a dot or a bare host, no spaces or control characters. Nor
 * characters that Unicode has not given away yet: a database that knows more of it could take one for a capital.
 */
export function isEmailAddress(value: string): boolean {
  return (
    // As it comes, before it is made normal: that takes seconds for thousands of marks, and holds up everybody.
    value.length <= longestEmail &&
    storedAddress(value).length <= longestEmail &&
    /^[^\s@<>"(),:;\\[\]\p{Cc}\p{Cs}\p{Cn}]+@[^\s@<>"(),:;\\[\]\p{Cc}\p{Cs}\p{Cn}]+$/u.test(
      value.normalize("NFC"),
    )
  );
}

/**
 * The one form of what somebody types as their address: an account is found by it, and attempts are counted under it.
 * It is made here and nowhere else, because the database may think otherwise of capitals than JavaScript ("İ").
 */
export function normalAddress(typed: string): string {
  return typed.trim().normalize("NFC").toLowerCase().normalize("NFC");
}

/**
 * What is stored of `typed`, so that its lower case is the normal form in every database: as it was typed while it is
 * plain letters, else the normal form itself. An I is not plain: in a Turkish database its small letter is ı.
 */
export function storedAddress(typed: string): string {
  const plain = typed.trim();
  return /^[^\P{ASCII}I]*$/u.test(plain) ? plain : normalAddress(plain);
}

/** Whether two addresses are one login: case does not tell people apart. */
export function sameAddress(one: string, other: string): boolean {
  return normalAddress(one) === normalAddress(other);
}

/** `jane@example.com` as `j•••@example.com`: enough to recognise, too little to learn. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${[...address][0]}•••${address.slice(at)}`;
}
