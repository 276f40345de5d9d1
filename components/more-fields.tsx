type MoreFieldsProps = {
  /** What is under it: "Filters". */
  label: string;
  /** Whether something in it is set, which must be seen. */
  open: boolean;
  children: React.ReactNode;
};

/** Fields that phones fold away, so that what they filter is in sight; wide screens always show them. */
export function MoreFields({ label, open, children }: MoreFieldsProps) {
  return (
    <details open={open} className="more-fields">
      <summary className="min-h-6 content-center text-sm font-medium text-accent pointer-coarse:min-h-11">
        {label}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
