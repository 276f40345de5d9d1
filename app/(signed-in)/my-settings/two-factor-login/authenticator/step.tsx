type StepProps = { number: number; title: string; children: React.ReactNode };

/** One numbered step of a page of several; stands in an `<ol>`. */
export function Step({ number, title, children }: StepProps) {
  return (
    <li className="grid min-w-0 grid-cols-[auto_minmax(0,1fr)] gap-3 rounded-panel border border-line bg-surface p-4 shadow-lift sm:p-6">
      <span
        aria-hidden="true"
        className="grid size-7 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
      >
        {number}
      </span>
      <h2 className="self-center font-semibold tracking-tight">{title}</h2>
      <div className="grid min-w-0 gap-4 text-sm max-sm:col-span-2 sm:col-start-2">{children}</div>
    </li>
  );
}
