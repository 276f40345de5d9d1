import { Anchor } from "@/components/anchor";
import { Panel } from "@/components/panel";
import { listDemoLogins } from "@/lib/demo/demo-logins";
import { isDemoOrDev } from "@/lib/kernel/demo-or-dev";
import { mailboxIsOpen } from "@/lib/mail/mailbox";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** In demo and dev: who there is to log in as, one for each state, beside the login; in production the login alone. */
export async function BesideDemoLogins({ children }: { children: React.ReactNode }) {
  if (!isDemoOrDev()) return children;
  return (
    <div className="mx-auto max-w-5xl content-center lg:grid lg:min-h-(--screen) lg:grid-cols-2 lg:items-center [&>main]:min-h-0 max-lg:[&>main]:pb-6">
      {children}
      <DemoLogins />
    </div>
  );
}

async function DemoLogins() {
  const { login } = await currentWords();
  const { password, logins } = await listDemoLogins();
  if (logins.length === 0) return null;
  return (
    <aside className="mx-auto w-full max-w-md px-4 pb-10 lg:pt-10">
      <Panel title={login.demo.title}>
        <div className="grid gap-3 text-sm">
          <p>{login.demo.about(password)}</p>
          <ul className="grid gap-2">
            {logins.map(({ email, state, secret, recoveryCodes: [first, ...others] }) => (
              <li key={email}>
                <span className="font-medium break-all">{email}</span>
                <span className="block text-muted">{login.demo.states[state]}</span>
                {secret && (
                  <span className="block wrap-anywhere text-muted">{login.demo.secret(secret)}</span>
                )}
                {first && (
                  <span className="block text-muted">
                    {login.demo.recoveryCodes(first, others.at(-1) ?? first)}
                  </span>
                )}
              </li>
            ))}
          </ul>
          {mailboxIsOpen() && (
            <p>
              <Anchor href={paths.mailbox}>{login.demo.mailbox}</Anchor>
            </p>
          )}
        </div>
      </Panel>
    </aside>
  );
}
