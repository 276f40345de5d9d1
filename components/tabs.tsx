import { Navigation } from "./navigation";

type TabsProps = {
  /** Names the landmark: "My settings". */
  label: string;
  tabs: { href: string; text: string }[];
};

/** Pages that belong together, one address each: links, so that each can be shared and opened without JavaScript. */
export function Tabs({ label, tabs }: TabsProps) {
  return <Navigation label={label} links={tabs} look="tabs" />;
}
