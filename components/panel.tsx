import { useId } from "react";
import { Hyphened } from "./hyphened";

type PanelProps = {
  title: string;
  description?: React.ReactNode;
  /** Buttons at the top right of the panel. */
  actions?: React.ReactNode;
  children?: React.ReactNode;
};

/** A part of a page with a heading of its own. */
export function Panel({ title, description, actions, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid min-w-0 content-start gap-4 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-6"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-0.5">
          <h2 id={id} className="font-semibold tracking-tight">
            {title}
          </h2>
          {description && (
            <div className="max-w-prose text-sm text-muted">
              <Hyphened>{description}</Hyphened>
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
