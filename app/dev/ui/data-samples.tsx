import { SearchX, UserPlus } from "lucide-react";
import { Badge } from "@/components/badge";
import { Button } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { FilterPanel } from "@/components/filter-panel";
import { LinkButton } from "@/components/link-button";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { Panel } from "@/components/panel";
import { ScrollBox } from "@/components/scroll-box";
import { Select } from "@/components/select";
import { type Column, Table } from "@/components/table";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { type SampleUser, sampleUsers } from "./sample-users";

const columns: Column<SampleUser>[] = [
  {
    heading: "Name",
    sort: { href: "?sort=-name", direction: "ascending" },
    cell: ({ name }) => <a href="/dev/ui">{name}</a>,
  },
  {
    heading: "E-mail",
    breaks: true,
    sort: { href: "?sort=email", direction: "none" },
    cell: ({ address, confirmed }) => (
      <span className="flex flex-wrap items-center gap-x-2">
        {address}
        <Badge tone={confirmed ? "success" : "warning"}>{confirmed ? "Confirmed" : "Not confirmed"}</Badge>
      </span>
    ),
  },
  { heading: "Role", cell: ({ role }) => role },
  { heading: "Two-factor", cell: ({ methods }) => methods },
  { heading: "Last login", cell: ({ seen }) => <Time at={seen}>{seen.toUTCString().slice(5, 16)}</Time> },
];

/** A list page with its header, its table and its pages, and what stands there when nothing is found. */
export function DataSamples() {
  return (
    <>
      <PageHeader
        title="Components"
        description="Everything that pages are made of, in every state. Shown in demo and development only."
        back={{ href: "/", text: "Start page" }}
        actions={
          <>
            <Button>Resend E-mail confirmations</Button>
            <LinkButton href="/dev/ui" variant="primary" icon={<UserPlus />}>
              Add user
            </LinkButton>
          </>
        }
      />
      <FilterPanel
        label="Users"
        action="/dev/ui"
        search={<Field name="search" type="search" label="Search by name or e-mail" autoComplete="off" />}
        more={{ label: "Filters", open: false }}
        apply="Show"
        clear={{ href: "/dev/ui", text: "Show all users" }}
      >
        <Select
          name="status"
          label="Status"
          options={["All", "Active", "Deactivated"].map((text) => ({ value: text, text }))}
        />
      </FilterPanel>
      <Table caption="Users" columns={columns} rows={sampleUsers} keyOf={({ address }) => address} />
      <Pagination
        label="Pages of users"
        previous={{ href: "?page=1", text: "Previous 50" }}
        next={{ href: "?page=3", text: "Next 50" }}
      />
      <Panel title="Teams">
        <ScrollBox>
          <ul className="grid gap-2 text-sm">
            {Array.from({ length: 24 }, (_, place) => `Team ${place + 1}`).map((team) => (
              <li key={team}>
                <TextLink href="/dev/ui">{team}</TextLink>
              </li>
            ))}
          </ul>
        </ScrollBox>
      </Panel>
      <EmptyState
        title="No users found"
        icon={<SearchX />}
        actions={<LinkButton href="/dev/ui">Show all users</LinkButton>}
      >
        Nobody matches “lovelance”. Check the spelling, or take a filter away.
      </EmptyState>
    </>
  );
}
