type CodeListProps = {
  /** Names the list: "Recovery codes". */
  label: string;
  codes: string[];
  /** Seen on paper only: whose codes these are, and since when. */
  printed?: React.ReactNode;
};

/** Codes to keep, in letters that cannot be confused, in as many columns as there is room for, together on one paper. */
export function CodeList({ label, codes, printed }: CodeListProps) {
  return (
    <div className="grid gap-4 break-inside-avoid">
      {printed && <div className="hidden text-sm print:block">{printed}</div>}
      <ol
        aria-label={label}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,14rem),1fr))] gap-x-6 gap-y-1 rounded-control border border-line bg-sunken p-4 font-mono text-base tracking-wider print:text-lg"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
    </div>
  );
}
