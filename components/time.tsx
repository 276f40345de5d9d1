type TimeProps = {
  at: Date;
  /** The moment as the reader's language and time zone write it. */
  children: React.ReactNode;
};

/** A moment, for people and for machines. */
export function Time({ at, children }: TimeProps) {
  return (
    <time dateTime={at.toISOString()} className="tabular-nums lg:whitespace-nowrap">
      {children}
    </time>
  );
}
