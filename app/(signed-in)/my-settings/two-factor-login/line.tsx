import { OwnerField } from "@/components/form-owner";
import { SubmitButton } from "@/components/submit-button";
import type { Actor } from "@/lib/sessions/actor";
import type { DescribedMethods } from "@/lib/two-factor/describe-methods";
import type { Language } from "@/lib/words/language";
import type { Words } from "@/lib/words/words";

/** What a line of the methods is told from. */
export type Told = { actor: Actor; methods: DescribedMethods; words: Words["twoFactor"]; language: Language };

type ActionButtonProps = {
  action: (form: FormData) => Promise<void>;
  variant?: "primary" | "secondary";
  children: React.ReactNode;
};

/** A button of a line: a form of its own, which needs no JavaScript. */
export function ActionButton({ action, variant = "secondary", children }: ActionButtonProps) {
  return (
    <form action={action}>
      <OwnerField />
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </form>
  );
}
