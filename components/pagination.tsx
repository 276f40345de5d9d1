import { LinkButton } from "./link-button";

type PaginationProps = {
  /** Names the landmark: "Pages of users". */
  label: string;
  previous?: { href: string; text: string };
  next?: { href: string; text: string };
};

/** The way to the neighbouring pages; what is not there is not shown. */
export function Pagination({ label, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={label} className="flex justify-end gap-2">
      {previous && <LinkButton href={previous.href}>{previous.text}</LinkButton>}
      {next && <LinkButton href={next.href}>{next.text}</LinkButton>}
    </nav>
  );
}
