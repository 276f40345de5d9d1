import { SubmitButton } from "@/components/submit-button";
import type { Actor } from "@/lib/sessions/actor";
import type { describeOwnMethods } from "@/lib/two-factor/change-methods";
import type { Language } from "@/lib/words/language";
import type { Words } from "@/lib/words/words";

/** One's own methods with the recovery codes left. */
export type OwnMethods = Awaited<ReturnType<typeof describeOwnMethods>>;

/** What a line of the methods is told from. */
export type Told = { actor: Actor; methods: OwnMethods; words: Words["twoFactor"]; language: Language };

type ActionButtonProps = {
  action: () => Promise<void>;
  variant?: "primary" | "secondary";
  children: React.ReactNode;
};

/** A button of a line: a form of its own, which needs no JavaScript. */
export function ActionButton({ action, variant = "secondary", children }: ActionButtonProps) {
  return (
    <form action={action}>
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </form>
  );
}
