import { cache } from "react";
import { PageHeader } from "@/components/page-header";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { describeUser } from "@/lib/organisations/describe-user";
import { mayDo } from "@/lib/organisations/permission";
import type { ResetDone } from "@/lib/organisations/reset-two-factor";
import { listParameters } from "@/lib/organisations/user-view";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { outOfReach, permit } from "@/lib/web/permit";
import { NoticeFromAddress } from "../../../notice-from-address";
import { titleWithinReach, withinReach } from "../../../within-reach";
import { ActivityPanel } from "./activity-panel";
import { ConfirmationPanel } from "./confirmation-panel";
import { FieldsPanel } from "./fields-panel";
import { SessionsPanel } from "./sessions-panel";
import { TwoFactorPanel } from "./two-factor-panel";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<AddressParameters> };

/** Asked for by the title and by the page, looked up once. */
const requestedUser = cache(async (id: string) => {
  const by = await permit("users.edit");
  return { by, described: (await describeUser(by, id)) ?? (await outOfReach("users.edit")) };
});

export const generateMetadata = titleWithinReach(async ({ params }: Props) => {
  const { described } = await requestedUser((await params).id);
  return described.user.name;
});

/** One user: the fields to change, and how the account stands. */
export default withinReach(async function EditUserPage({ params, searchParams }: Props) {
  const { by, described } = await requestedUser((await params).id);
  const parameters = await searchParams;
  const { notice } = parameters;
  const list = listParameters(parameters);
  const { users: words, resetTwoFactor } = await currentWords();
  const { user } = described;
  const resets: Record<ResetDone, string> = {
    "two-factor-reset": resetTwoFactor.done,
    "nothing-to-reset": resetTwoFactor.nothingLeft,
  };
  return (
    <>
      <PageHeader
        title={<bdi>{user.name}</bdi>}
        description={user.email}
        back={{ href: paths.usersShown(list), text: words.back }}
      />
      <NoticeFromAddress given={notice} sentences={resets} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <FieldsPanel by={by} user={user} teams={described.teams} notice={notice} list={list} />
        <div className="grid gap-6">
          <ConfirmationPanel described={described} />
          <TwoFactorPanel
            described={described}
            list={list}
            organisation={by.organisationName}
            mayReset={mayDo(by.role, "users.reset-two-factor") && by.userId !== user.id}
          />
          <SessionsPanel by={by} described={described} list={list} />
        </div>
      </div>
      <ActivityPanel described={described} mayViewAudit={mayDo(by.role, "audit.view")} />
    </>
  );
});
