import { House, LogOut, ScrollText, Settings, UserRound, Users } from "lucide-react";
import { AppShell } from "@/components/app-shell";
import { Menu } from "@/components/menu";
import { MenuButton, MenuHeading, MenuLink } from "@/components/menu-entry";
import { Navigation } from "@/components/navigation";
import { Tabs } from "@/components/tabs";
import { type AddressParameters, given } from "@/lib/kernel/address-parameters";
import { notInProduction } from "@/lib/web/not-in-production";
import { ActionSamples } from "./action-samples";
import { DataSamples } from "./data-samples";
import { FormSamples } from "./form-samples";
import { LinkSamples } from "./link-samples";
import { sampleStates } from "./sample-states";
import { StatusSamples } from "./status-samples";

const links = [
  { href: "/", text: "Home", icon: <House /> },
  { href: "/dev/ui", text: "Users", icon: <Users /> },
  { href: "/dev/ui/signed-out", text: "Settings", icon: <Settings /> },
  { href: "/dev/mailbox", text: "Audit log", icon: <ScrollText /> },
];

type SamplerProps = { searchParams: Promise<AddressParameters> };

/** Every component in every state; `?form=invalid`, `refused` or `saved` opens the form so. */
export default async function SamplerPage({ searchParams }: SamplerProps) {
  notInProduction();
  const form = given(await searchParams, "form");
  return (
    <AppShell
      name="Acme"
      homeHref="/dev/ui"
      navigation={<Navigation label="Main" links={links} />}
      account={
        <Menu name="Ada Lovelace" label="Account menu">
          <MenuHeading title="Ada Lovelace" detail="ada@example.com" />
          <MenuLink href="/dev/ui" icon={<UserRound />}>
            My settings
          </MenuLink>
          <form>
            <MenuButton icon={<LogOut />}>Log out</MenuButton>
          </form>
        </Menu>
      }
    >
      <DataSamples />
      <Tabs
        label="Samples"
        tabs={[
          { href: "/dev/ui", text: "Signed in" },
          { href: "/dev/ui/signed-out", text: "Signed out" },
        ]}
      />
      <FormSamples initial={sampleStates[form] ?? sampleStates.idle} />
      <ActionSamples />
      <LinkSamples />
      <StatusSamples />
    </AppShell>
  );
}
