import { Address } from "@/components/address";
import { Badge } from "@/components/badge";
import { type Column, Table } from "@/components/table";
import { Time } from "@/components/time";
import type { Permitted } from "@/lib/organisations/permission";
import type { ListedUser } from "@/lib/organisations/user";
import { type UserSort, type UserView, viewParameters } from "@/lib/organisations/user-view";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { isolated } from "@/lib/words/isolated";
import { day } from "@/lib/words/moment";
import { UserName } from "./user-name";

type Props = {
  users: ListedUser[];
  view: UserView;
  /** What leads back to this page of the list. */
  list: Record<string, string>;
  by: Permitted<"users.view">;
};

/** A page of the list; each name leads to its user, where that may be changed. */
export async function UsersTable({ users, view, list, by }: Props) {
  const { users: words } = await currentWords();
  const language = await currentLanguage();
  const columns: Column<ListedUser>[] = [
    {
      heading: words.columns.name,
      sort: sortLink(view, "name"),
      cell: (user) => (
        <span className="grid justify-items-start gap-1">
          <UserName user={user} list={list} by={by} />
          {user.status === "deactivated" && <Badge>{words.statuses.deactivated}</Badge>}
        </span>
      ),
    },
    {
      heading: words.columns.email,
      sort: sortLink(view, "email"),
      breaks: true,
      cell: ({ email, emailConfirmed }) => (
        <span className="grid justify-items-start gap-x-3 gap-y-1 xl:flex xl:flex-wrap xl:items-baseline xl:justify-between">
          <span>
            <Address>{email}</Address>
          </span>
          <Badge tone={emailConfirmed ? "success" : "warning"}>
            {emailConfirmed ? words.columns.confirmed : words.columns.notConfirmed}
          </Badge>
        </span>
      ),
    },
    { heading: words.columns.role, cell: ({ role }) => words.roles[role] },
    { heading: words.columns.teams, breaks: true, cell: ({ teams }) => teams.map(isolated).join(", ") },
    {
      heading: words.columns.twoFactor,
      cell: ({ methods }) => methods.map((method) => words.methods[method]).join(", ") || words.noMethod,
    },
    {
      heading: words.columns.lastLogin,
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? <Time at={lastLoginAt}>{day(lastLoginAt, language)}</Time> : words.never,
    },
  ];
  return <Table caption={words.caption} columns={columns} rows={users} keyOf={({ id }) => id} />;
}

/** Pressing the heading of the sorted column turns its order round. */
function sortLink(view: UserView, column: "name" | "email"): Column<ListedUser>["sort"] {
  const ascending: UserSort = column;
  const descending: UserSort = `-${column}`;
  const next = view.sort === ascending ? descending : ascending;
  return {
    href: paths.usersShown(viewParameters({ ...view, sort: next })),
    direction: view.sort === ascending ? "ascending" : view.sort === descending ? "descending" : "none",
  };
}
