import { LogOut, UserRound } from "lucide-react";
import { Menu } from "@/components/menu";
import { MenuButton, MenuHeading, MenuLink } from "@/components/menu-entry";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** Who is logged in, with the way to their own settings and the way out. */
export async function AccountMenu({ name, email }: { name: string; email: string }) {
  const { navigation } = await currentWords();
  return (
    <Menu name={name} label={navigation.account}>
      <MenuHeading title={name} detail={email} />
      <MenuLink href={paths.mySettings} icon={<UserRound />}>
        {navigation.mySettings}
      </MenuLink>
      <form action={paths.logOut} method="post">
        <MenuButton icon={<LogOut />}>{navigation.logOut}</MenuButton>
      </form>
    </Menu>
  );
}
