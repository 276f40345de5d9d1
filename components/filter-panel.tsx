import { Search } from "lucide-react";
import { MoreFields } from "./more-fields";
import { SubmitButton } from "./submit-button";
import { TextLink } from "./text-link";

type FilterPanelProps = {
  /** Names the landmark after the list that is filtered. */
  label: string;
  /** The address of the list. */
  action: string;
  /** What is asked for mostly: always in sight. */
  search: React.ReactNode;
  /** What phones fold the other fields under, and whether one of them is set. */
  more: { label: string; open: boolean };
  apply: string;
  /** The way back to the whole list; only where something is filtered. */
  clear: { href: string; text: string } | false;
  /** The other fields, in their own grid. */
  children: React.ReactNode;
};

/** Search and filters over a list: a GET form, so that a view is an address, which can be kept and shared. */
export function FilterPanel({ label, action, search, more, apply, clear, children }: FilterPanelProps) {
  return (
    <search aria-label={label}>
      <form
        action={action}
        // Or whoever goes back sees the filters that they chose next, over a list that is not filtered by them.
        autoComplete="off"
        className="grid gap-4 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-5"
      >
        {search}
        <div className="grid gap-4 lg:grid-cols-[1fr_auto] lg:items-end">
          <MoreFields {...more}>{children}</MoreFields>
          <div className="flex flex-wrap items-center gap-4 lg:*:min-h-10">
            <SubmitButton variant="secondary" icon={<Search />}>
              {apply}
            </SubmitButton>
            {clear && <TextLink href={clear.href}>{clear.text}</TextLink>}
          </div>
        </div>
      </form>
    </search>
  );
}
