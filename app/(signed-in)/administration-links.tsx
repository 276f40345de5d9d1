import { ScrollText, Settings, Users } from "lucide-react";
import { mayDo, type Permission } from "@/lib/organisations/permission";
import type { Role } from "@/lib/sessions/session";
import { paths } from "@/lib/web/paths";
import type { Words } from "@/lib/words/words";
import type { HomeLink } from "./home-links";

/** The pages of the administration that `role` may open; the others do not exist for it. */
export function administrationLinks(role: Role, { navigation, home }: Words): HomeLink[] {
  const links: (HomeLink & { permission: Permission })[] = [
    {
      permission: "users.view",
      href: paths.users,
      text: navigation.users,
      icon: <Users />,
      about: home.users,
    },
    {
      permission: "settings.view",
      href: paths.settings,
      text: navigation.settings,
      icon: <Settings />,
      about: home.settings,
    },
    {
      permission: "audit.view",
      href: paths.audit,
      text: navigation.audit,
      icon: <ScrollText />,
      about: home.audit,
    },
  ];
  return links.filter(({ permission }) => mayDo(role, permission)).map(({ permission: _, ...link }) => link);
}
