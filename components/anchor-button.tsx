import { type ButtonVariant, buttonLook } from "./button-look";

type AnchorButtonProps = {
  href: string;
  variant?: ButtonVariant;
  icon?: React.ReactNode;
  wide?: boolean;
  children: React.ReactNode;
};

/** As {@link LinkButton}, but the browser follows it itself: downloads, other programs, and the login pages. */
export function AnchorButton({ href, variant, icon, wide, children }: AnchorButtonProps) {
  return (
    <a href={href} className={buttonLook(variant, wide)}>
      {icon}
      {children}
    </a>
  );
}
