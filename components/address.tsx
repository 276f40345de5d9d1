import { Fragment } from "react";

/** An e-mail address that breaks before its @ on narrow screens, rather than in the middle of a word. */
export function Address({ children }: { children: string }) {
  return children.split(/(?=@)/).map((part, place) => (
    <Fragment key={part}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
