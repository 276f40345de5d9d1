import Link from "next/link";
import { type ButtonVariant, buttonLook } from "./button-look";

type LinkButtonProps = {
  href: string;
  variant?: ButtonVariant;
  icon?: React.ReactNode;
  wide?: boolean;
  children: React.ReactNode;
};

/** A link that looks like a button: it leads to another page of the frame and changes nothing. */
export function LinkButton({ href, variant, icon, wide, children }: LinkButtonProps) {
  return (
    <Link href={href} prefetch={false} className={buttonLook(variant, wide)}>
      {icon}
      {children}
    </Link>
  );
}
