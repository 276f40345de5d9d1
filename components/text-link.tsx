import Link from "next/link";
import { textButtonLook } from "./text-button-look";

/** A link that stands on a line of its own. */
export function TextLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={textButtonLook}>
      {children}
    </Link>
  );
}
