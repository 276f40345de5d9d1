/** One line: what it is, how it stands, and the one thing to do about it. */
export type Description = { term: string; details: React.ReactNode; action?: React.ReactNode };

/** Facts under their names, a line each. */
export function DescriptionList({ items }: { items: Description[] }) {
  return (
    <dl className="divide-y divide-line text-sm">
      {items.map(({ term, details, action }) => (
        <div key={term} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
          <dt className="w-44 shrink-0 text-muted max-sm:w-full max-sm:-mb-1.5">{term}</dt>
          <dd className="min-w-0 flex-1 basis-32 max-sm:basis-full">{details}</dd>
          {action && <dd className="max-w-full shrink-0">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
