import { LinkButton } from "./link-button";

type PaginationProps = {
  /** Names the landmark: "Pages of users". */
  label: string;
  /** Where in the whole this page is: "51 to 100 of 1,204". */
  position?: string;
  previous?: { href: string; text: string };
  next?: { href: string; text: string };
};

/** The way to the neighbouring pages; what is not there is not shown. */
export function Pagination({ label, position, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-muted tabular-nums">{position}</p>
      <div className="flex gap-2">
        {previous && <LinkButton href={previous.href}>{previous.text}</LinkButton>}
        {next && <LinkButton href={next.href}>{next.text}</LinkButton>}
      </div>
    </nav>
  );
}
