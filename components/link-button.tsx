import { type ButtonVariant, buttonLook } from "./button-look";
import { ButtonText } from "./button-text";
import { PageLink } from "./page-link";

type LinkButtonProps = {
  href: string;
  variant?: ButtonVariant;
  icon?: React.ReactNode;
  children: React.ReactNode;
};

/** A link that looks like a button: it leads to another page of the frame and changes nothing. */
export function LinkButton({ href, variant, icon, children }: LinkButtonProps) {
  return (
    <PageLink href={href} className={buttonLook(variant)}>
      <ButtonText icon={icon}>{children}</ButtonText>
    </PageLink>
  );
}
