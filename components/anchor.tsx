import { textButtonLook } from "./text-button-look";

type AnchorProps = { href: string; children: React.ReactNode };

/** As {@link TextLink}, but the browser follows it itself: the login pages load nothing to follow links with. */
export function Anchor({ href, children }: AnchorProps) {
  return (
    <a href={href} className={textButtonLook}>
      {children}
    </a>
  );
}
