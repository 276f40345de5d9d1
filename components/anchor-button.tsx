import { type ButtonVariant, buttonLook } from "./button-look";
import { ButtonText } from "./button-text";

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
      <ButtonText icon={icon}>{children}</ButtonText>
    </a>
  );
}
