/** A heading whose "E-mail" stays on one line: to a browser its hyphen is as good a place to break as a space. */
export function Hyphened({ children: text }: { children: string }) {
  const word = /e-mail/i.exec(text);
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
