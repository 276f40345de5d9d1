import { ArrowLeft } from "lucide-react";
import { Hyphened } from "./hyphened";
import { PageLink } from "./page-link";

type PageHeaderProps = {
  /** A name that somebody has chosen comes in a `bdi`: it may run from right to left, and the page does not. */
  title: React.ReactNode;
  description?: React.ReactNode;
  /** The page's own buttons, at the top right. */
  actions?: React.ReactNode;
  /** The page above this one. */
  back?: { href: string; text: string };
};

/** The one `h1` of a page, what the page is for, and what can be done with it. */
export function PageHeader({ title, description, actions, back }: PageHeaderProps) {
  return (
    <header className="grid gap-3">
      {back && (
        <PageLink
          href={back.href}
          className="no-print -mb-1 inline-flex min-h-6 items-center gap-1 justify-self-start text-sm text-muted hover:text-accent hover:underline pointer-coarse:min-h-11"
        >
          <ArrowLeft aria-hidden="true" className="size-4" />
          {back.text}
        </PageLink>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <h1 className="text-2xl font-semibold tracking-tight">
            <Hyphened>{title}</Hyphened>
          </h1>
          {description && (
            <div className="max-w-prose text-sm text-muted">
              <Hyphened>{description}</Hyphened>
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:grow">{actions}</div>}
      </div>
    </header>
  );
}
