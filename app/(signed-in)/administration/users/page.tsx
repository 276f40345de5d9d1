import { Download, MailCheck, UserPlus } from "lucide-react";
import { AnchorButton } from "@/components/anchor-button";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { WayButton } from "@/components/way-button";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { listUsers, pageSize } from "@/lib/organisations/list-users";
import { mayDo } from "@/lib/organisations/permission";
import {
  listParameters,
  readPlace,
  readView,
  type UserPlace,
  viewParameters,
} from "@/lib/organisations/user-view";
import { reachesNobody } from "@/lib/organisations/visibility";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { permit } from "@/lib/web/permit";
import { titleWithinReach, withinReach } from "../../within-reach";
import { FilterForm } from "./filter-form";
import { NobodyFound } from "./nobody-found";
import { UsersTable } from "./users-table";

export const generateMetadata = titleWithinReach(async () => {
  await permit("users.view");
  return (await currentWords()).users.title;
});

type Props = { searchParams: Promise<AddressParameters> };

/** The users that somebody may see, as the address filters and sorts them. */
export default withinReach(async function UsersPage({ searchParams }: Props) {
  const by = await permit("users.view");
  const parameters = await searchParams;
  const view = readView(parameters);
  const asked = viewParameters(view);
  const list = await listUsers(by, view, readPlace(parameters));
  const { users: words } = await currentWords();
  const mayInvite = mayDo(by.role, "users.invite");
  const pageAt = (place: UserPlace, text: string) =>
    place ? { href: paths.usersShown({ ...asked, ...place }), text } : undefined;
  return (
    <>
      <PageHeader
        title={words.title}
        actions={
          <>
            {mayInvite && (
              <WayButton href={paths.resend(asked)} icon={<MailCheck />}>
                {words.resend}
              </WayButton>
            )}
            <AnchorButton href={paths.usersFile(asked)} icon={<Download />}>
              {words.download}
            </AnchorButton>
            {mayInvite && (
              <WayButton href={paths.newUser} variant="primary" icon={<UserPlus />}>
                {words.add}
              </WayButton>
            )}
          </>
        }
      />
      {!list.switchedOn && <Notice announced={false}>{words.switchedOff}</Notice>}
      <FilterForm view={view} teams={list.teams} />
      <p role="status" className="-mb-3 text-sm text-muted tabular-nums">
        {words.found(list.found)}
      </p>
      {list.users.length === 0 ? (
        <NobodyFound view={view} reachesNobody={reachesNobody(by.scope, list.teams)} />
      ) : (
        <UsersTable users={list.users} view={view} list={listParameters(parameters)} by={by} />
      )}
      <Pagination
        label={words.pages}
        previous={pageAt(list.previous, words.previous(pageSize))}
        next={pageAt(list.next, words.next(pageSize))}
      />
    </>
  );
});
