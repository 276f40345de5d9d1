import { PageLink } from "./page-link";
import { textButtonLook } from "./text-button-look";

/** A link that stands on a line of its own. */
export function TextLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <PageLink href={href} className={textButtonLook}>
      {children}
    </PageLink>
  );
}
