import { cache } from "react";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { PageLink } from "@/components/page-link";
import { Panel } from "@/components/panel";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { findUserToReset } from "@/lib/organisations/reset-two-factor";
import { listParameters } from "@/lib/organisations/user-view";
import { describeMethods } from "@/lib/two-factor/describe-methods";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { outOfReach, permit } from "@/lib/web/permit";
import { emailAfterwards } from "../../../../email-state";
import { titleWithinReach, withinReach } from "../../../../within-reach";
import { wayToProof } from "../../../way-to-proof";
import { ResetTwoFactorForm } from "./form";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<AddressParameters> };

/** Asked for by the title and by the page, looked up once. */
const requestedUser = cache(async (id: string) => {
  const by = await permit("users.reset-two-factor");
  return { by, user: (await findUserToReset(by, id)) ?? (await outOfReach("users.reset-two-factor")) };
});

export const generateMetadata = titleWithinReach(async ({ params }: Props) => {
  await requestedUser((await params).id);
  return (await currentWords()).resetTwoFactor.title;
});

/** Says what to check before somebody's second step is taken away, and asks for the reason. */
export default withinReach(async function ResetTwoFactorPage({ params, searchParams }: Props) {
  const { by, user } = await requestedUser((await params).id);
  const list = listParameters(await searchParams);
  const { resetTwoFactor: words } = await currentWords();
  const methods = await describeMethods(user.id);
  const email = emailAfterwards(methods);
  return (
    <>
      <PageHeader
        title={words.title}
        description={words.of(user.name, user.email)}
        back={{ href: paths.user(user.id, list), text: words.back(user.name) }}
      />
      <div className="grid max-w-2xl gap-6">
        <Notice tone="warning" title={words.check.title} announced={false}>
          <p>{words.check.text}</p>
          <ol className="mt-2 grid list-decimal gap-1.5 ps-5">
            {words.check.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Notice>
        <Panel title={words.happens.title}>
          <ul className="grid list-disc gap-1.5 ps-5 text-sm">
            {methods.authenticatorEnabledAt && <li>{words.happens.authenticator(user.name)}</li>}
            {email && <li>{words.happens.email[email]}</li>}
            <li>{words.happens.sessions}</li>
          </ul>
          {email && (
            <p className="text-sm">
              {words.happens.lostMailbox}{" "}
              <PageLink href={paths.user(user.id, list)}>{words.happens.changeAddress}</PageLink>
            </p>
          )}
          <ResetTwoFactorForm
            userId={user.id}
            backHref={paths.user(user.id, list)}
            proof={await wayToProof(by, words, paths.resetTwoFactor(user.id, list))}
          />
        </Panel>
      </div>
    </>
  );
});
