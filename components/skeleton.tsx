type SkeletonProps = {
  /** What is being waited for: "Loading users". */
  label: string;
  /** As many lines as will come, so that nothing moves when they do. */
  lines?: number;
};

/** Holds the place of what is still on its way. */
export function Skeleton({ label, lines = 3 }: SkeletonProps) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="h-9 animate-pulse rounded-control bg-sunken" />
      ))}
    </div>
  );
}
