import Link from "next/link";
import { type ButtonVariant, buttonLook } from "./button-look";

type LinkButtonProps = {
  href: string;
  variant?: ButtonVariant;
  icon?: React.ReactNode;
  wide?: boolean;
  /** A download, or an address of another program: the browser follows it itself. */
  plain?: boolean;
  /** The name under which a download is kept. */
  download?: string | true;
  children: React.ReactNode;
};

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ href, variant, icon, wide, plain, download, children }: LinkButtonProps) {
  const content = (
    <>
      {icon}
      {children}
    </>
  );
  return plain || download ? (
    <a href={href} download={download} className={buttonLook(variant, wide)}>
      {content}
    </a>
  ) : (
    <Link href={href} prefetch={false} className={buttonLook(variant, wide)}>
      {content}
    </Link>
  );
}
