/** What nobody sees of a text that is copied from letters, chats and directories. */

/**
 * `typed` without marks that nobody sees, and with one plain space where there are several, or others. They make two names
 * that look alike differ, and marks that turn the direction of writing make what stands after a name read backwards (UAX
 * #9, 3.1.2). Joiners stay: scripts and emoji need them.
 */
export function withoutUnseen(typed: string): string {
  return typed
    .replaceAll(/[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, "")
    .replaceAll(/\p{Zs}+/gu, " ");
}
