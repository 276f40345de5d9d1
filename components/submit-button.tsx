"use client";

import { useEffect, useState } from "react";
import { useFormStatus } from "react-dom";
import { type ButtonVariant, buttonLook } from "./button-look";
import { ButtonText } from "./button-text";

type SubmitButtonProps = {
  variant?: ButtonVariant;
  icon?: React.ReactNode;
  wide?: boolean;
  /** Which of a form's buttons was pressed, as the action reads it. */
  name?: string;
  value?: string;
  /** Another action than the form's own. */
  formAction?: React.ComponentProps<"button">["formAction"];
  children: React.ReactNode;
};

const spinner = "shrink-0 animate-spin rounded-full border-2 border-current border-e-transparent";

/**
 * Submits the form around it. While that is under way it keeps its text, shows that it is busy and ignores a second
 * press; another button of the form is answered afterwards. It is never disabled, because a disabled button loses focus
 * and explains nothing.
 */
export function SubmitButton({ variant = "primary", icon, wide, children, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const [pressed, setPressed] = useState(false);
  const busy = pending && pressed;
  useEffect(() => {
    if (!pending) setPressed(false);
  }, [pending]);

  function press(event: React.MouseEvent) {
    if (busy) event.preventDefault();
    setPressed(true);
  }

  return (
    <button
      {...rest}
      type="submit"
      aria-busy={busy || undefined}
      onClick={press}
      className={buttonLook(variant, wide)}
    >
      {/* Drawn over the icon, or into the margins: a button that grows moves what stands beside it. */}
      {busy && !icon && <span aria-hidden="true" className={`${spinner} -ms-2.25 size-2.5`} />}
      <span className={busy && !icon ? "-me-2.25" : undefined}>
        <ButtonText icon={icon && busy ? <span aria-hidden="true" className={`${spinner} size-4`} /> : icon}>
          {children}
        </ButtonText>
      </span>
    </button>
  );
}
