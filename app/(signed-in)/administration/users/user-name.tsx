import { PageLink } from "@/components/page-link";
import type { Permitted } from "@/lib/organisations/permission";
import type { ListedUser } from "@/lib/organisations/user";
import { mayEdit, type UsersPermission } from "@/lib/organisations/visibility";
import { paths } from "@/lib/web/paths";

type Props = {
  user: Pick<ListedUser, "id" | "name" | "role">;
  /** What leads back to the page of the list that the user was found on. */
  list?: Record<string, string>;
  by: Permitted<UsersPermission>;
};

/** The name of somebody in a list, which leads to them where they may be changed. */
export function UserName({ user, list, by }: Props) {
  const name = <bdi>{user.name}</bdi>;
  if (!mayEdit(by.role, user.role)) return name;
  return (
    <PageLink
      href={paths.user(user.id, list)}
      className="text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong pointer-coarse:py-2.5"
    >
      {name}
    </PageLink>
  );
}
