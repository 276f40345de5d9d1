import { Hyphened } from "./hyphened";
import { PageLink } from "./page-link";

type LinkCardProps = {
  href: string;
  title: string;
  /** Drawn beside the title. */
  icon?: React.ReactNode;
  /** What is found there. */
  children: React.ReactNode;
};

/** A way on that takes a whole card: what it leads to, and what for. */
export function LinkCard({ href, title, icon, children }: LinkCardProps) {
  return (
    <div className="relative flex gap-3 rounded-panel border border-line bg-surface p-4 shadow-lift transition-colors hover:border-control">
      {icon && (
        <span aria-hidden="true" className="mt-0.5 text-accent [&_svg]:size-5">
          {icon}
        </span>
      )}
      <div className="grid min-w-0 content-start gap-0.5 text-sm">
        {/* The link's name is the title alone; what can be pressed is the whole card. */}
        <PageLink
          href={href}
          className="font-semibold tracking-tight after:absolute after:inset-0 after:rounded-panel"
        >
          {title}
        </PageLink>
        <p className="text-muted">
          <Hyphened>{children}</Hyphened>
        </p>
      </div>
    </div>
  );
}
