import { type ButtonVariant, buttonLook } from "./button-look";
import { ButtonText } from "./button-text";

type ButtonProps = Omit<React.ComponentProps<"button">, "className" | "disabled"> & {
  variant?: ButtonVariant;
  /** Drawn before the text, never instead of it. */
  icon?: React.ReactNode;
  /** As wide as what holds it. */
  wide?: boolean;
};

/** A button that does something without submitting a form; see {@link SubmitButton} for one that submits. */
export function Button({ variant, icon, wide, type = "button", children, ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={buttonLook(variant, wide)}>
      <ButtonText icon={icon}>{children}</ButtonText>
    </button>
  );
}
