import { expect, test } from "vitest";
import { type Column, Table } from "@/components/table";
import { render, screen, within } from "./page";

type Person = { name: string; address: string };

const columns: Column<Person>[] = [
  { heading: "Name", cell: ({ name }) => name, sort: { href: "?sort=-name", direction: "ascending" } },
  { heading: "E-mail", cell: ({ address }) => address },
  { heading: "Remove", buttons: true, cell: () => <button type="button">Remove</button> },
];

function renderTable() {
  const rows = [{ name: "Ada", address: "ada@example.com" }];
  render(<Table caption="Users" columns={columns} rows={rows} keyOf={({ address }) => address} />);
  return within(screen.getByRole("table", { name: "Users" }));
}

test("a sorted column says how, and leads to the other way", () => {
  const table = renderTable();
  expect(table.getByRole("columnheader", { name: "Name" })).toHaveAttribute("aria-sort", "ascending");
  expect(table.getByRole("columnheader", { name: "E-mail" })).not.toHaveAttribute("aria-sort");
  expect(table.getByRole("link", { name: "Name" })).toHaveAttribute("href", "?sort=-name");
});

test("each row is named, and each cell carries its heading for the cards of phones", () => {
  const table = renderTable();
  expect(table.getByRole("rowheader", { name: "Ada" })).toBeVisible();
  expect(table.getByRole("cell", { name: "ada@example.com" })).toHaveAttribute("data-label", "E-mail");
});

test("a column of buttons is named for screen readers, and says nothing a second time on phones", () => {
  const table = renderTable();
  expect(table.getByRole("columnheader", { name: "Remove" }).firstChild).toHaveClass("sr-only");
  expect(table.getByRole("cell", { name: "Remove" })).not.toHaveAttribute("data-label");
});
