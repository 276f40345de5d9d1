import { Form } from "@/components/form";
import { LinkButton } from "@/components/link-button";
import { Panel } from "@/components/panel";
import { PasswordField } from "@/components/password-field";
import { SubmitButton } from "@/components/submit-button";
import { WhosePassword } from "@/components/whose-password";
import { now } from "@/lib/kernel/clock";
import { type Actor, freshly } from "@/lib/sessions/actor";
import { currentWords } from "@/lib/web/current-words";
import { passwordHint } from "@/lib/web/password-sentence";
import { paths, returningTo } from "@/lib/web/paths";
import { changePasswordAction } from "./actions";

/** Another password. Whoever must step up does so first, and not with two passwords typed in vain. */
export async function PasswordForm({ actor }: { actor: Actor }) {
  const words = await currentWords();
  const { password } = words.mySettings;
  const { showPassword } = words.login;
  return (
    <Panel title={password.title} description={password.description}>
      {freshly(actor, now()) ? (
        <Form id="password" action={changePasswordAction} words={words.general.form}>
          <WhosePassword email={actor.email} />
          <PasswordField
            name="currentPassword"
            label={password.current}
            autoComplete="current-password"
            words={showPassword}
          />
          <PasswordField
            name="newPassword"
            label={password.chosen}
            hint={passwordHint(words)}
            autoComplete="new-password"
            words={showPassword}
          />
          <div>
            <SubmitButton>{password.submit}</SubmitButton>
          </div>
        </Form>
      ) : (
        <>
          <p className="text-sm">{password.prove}</p>
          <div>
            <LinkButton href={returningTo(paths.stepUp, paths.mySettings)}>{password.proveLink}</LinkButton>
          </div>
        </>
      )}
    </Panel>
  );
}
