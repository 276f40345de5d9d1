/**
 * Text whose short beginnings, as in "E-mail", "two-factor" and "6-digit", stay beside what they begin: to a browser their
 * hyphen is as good a place to break as a space.
 */
export function Hyphened({ children: text }: { children: React.ReactNode }) {
  if (typeof text !== "string") return text;
  // No longer than fits on a line of a phone, because people have names with hyphens, too.
  const word = /(?<!\p{L})[\p{L}\d]{1,3}-\p{L}{1,12}(?!\p{L})/u.exec(text);
  if (!word) return text;
  const end = word.index + word[0].length;
  return (
    <>
      {text.slice(0, word.index)}
      <span className="whitespace-nowrap">{word[0]}</span>
      <Hyphened>{text.slice(end)}</Hyphened>
    </>
  );
}
