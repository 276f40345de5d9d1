type EmptyStateProps = {
  title: string;
  /** Drawn above the title. */
  icon?: React.ReactNode;
  /** The next step to take. */
  actions?: React.ReactNode;
  children?: React.ReactNode;
};

/** What stands where there is nothing to list: why, and what to do about it. */
export function EmptyState({ title, icon, actions, children }: EmptyStateProps) {
  return (
    <div className="grid justify-items-center gap-2 rounded-panel border border-dashed border-control/60 px-6 py-12 text-center text-sm">
      {icon && (
        <span aria-hidden="true" className="mb-1 text-muted [&_svg]:size-6">
          {icon}
        </span>
      )}
      <h2 className="text-base font-semibold tracking-tight">{title}</h2>
      {children && <div className="max-w-prose text-muted">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
