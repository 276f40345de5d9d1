import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { PageLink } from "./page-link";

/** One column: its heading, what it shows of a row, and how it sorts. */
export type Column<Row> = {
  heading: string;
  cell: (row: Row) => React.ReactNode;
  /** The cell that names the row; the first column unless another says so. */
  namesRow?: boolean;
  /** For a column of buttons, which say themselves what they do: only screen readers hear its heading. */
  buttons?: boolean;
  /** For addresses and the like: words without spaces may break in it, and it keeps room for ordinary ones. */
  breaks?: boolean;
  sort?: { href: string; direction: "ascending" | "descending" | "none" };
};

type TableProps<Row> = {
  /** Names the table for those who cannot see where it stands. */
  caption: string;
  columns: Column<Row>[];
  rows: Row[];
  keyOf: (row: Row) => string;
};

const arrows = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown };

/** Rows and columns on wide screens, cards on narrow ones. */
export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  const naming = Math.max(
    columns.findIndex(({ namesRow }) => namesRow),
    0,
  );
  return (
    <div className="@container overflow-x-auto rounded-panel border border-line bg-surface shadow-lift">
      <table className="table-cards w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-muted">
          <tr>
            {columns.map(({ heading, sort, buttons }) => (
              <th
                key={heading}
                scope="col"
                aria-sort={sort?.direction}
                className="px-4 py-2 text-start font-medium whitespace-nowrap print:px-2"
              >
                {sort ? (
                  <SortLink {...sort}>{heading}</SortLink>
                ) : buttons ? (
                  <span className="sr-only">{heading}</span>
                ) : (
                  heading
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={keyOf(row)} className="hover:bg-sunken/60">
              {columns.map(({ heading, cell, breaks, buttons }, place) =>
                place === naming ? (
                  <th
                    key={heading}
                    scope="row"
                    className="px-4 py-2.5 text-start align-baseline font-medium wrap-anywhere print:px-2"
                  >
                    {inItsDirection(cell(row))}
                  </th>
                ) : (
                  <td
                    key={heading}
                    data-label={buttons ? undefined : heading}
                    className={`px-4 py-2.5 align-baseline print:px-2 ${breaks ? "wrap-anywhere lg:min-w-32 print:min-w-24" : ""}`}
                  >
                    {inItsDirection(cell(row))}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A text that is all of a cell may be a name from right to left, and keeps its order. */
const inItsDirection = (shown: React.ReactNode) => (typeof shown === "string" ? <bdi>{shown}</bdi> : shown);

function SortLink({
  href,
  direction,
  children,
}: NonNullable<Column<never>["sort"]> & { children: React.ReactNode }) {
  const Arrow = arrows[direction];
  return (
    <PageLink
      href={href}
      className="inline-flex min-h-6 items-center gap-1 hover:text-ink hover:underline pointer-coarse:min-h-11"
    >
      {children}
      <Arrow
        aria-hidden="true"
        className={`size-3.5 ${direction === "none" ? "opacity-60" : "text-accent"}`}
      />
    </PageLink>
  );
}
