import { useId } from "react";
import { PageLink } from "./page-link";

/** One bar: what it counts, how many, and the same in words ("36 users"). */
type Bar = { label: string; value: number; figure: string; href?: string };

type MeterProps = {
  /** Says what the bars compare. */
  caption: string;
  bars: Bar[];
  /** What a full bar would be. */
  total: number;
};

/** Shares of a whole as bars, each with its figure: the drawing adds nothing that the words do not say. */
export function Meter({ caption, bars, total }: MeterProps) {
  const id = useId();
  return (
    <figure aria-labelledby={id} className="grid gap-3 text-sm">
      <figcaption id={id} className="text-muted">
        {caption}
      </figcaption>
      <ul className="grid gap-3">
        {bars.map(({ label, value, figure, href }) => (
          <li key={label} className="grid gap-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              {href ? (
                <PageLink
                  href={href}
                  className="inline-flex min-h-6 items-center font-medium text-accent underline decoration-1 underline-offset-4 hover:text-accent-strong pointer-coarse:min-h-11"
                >
                  {label}
                </PageLink>
              ) : (
                <span className="font-medium">{label}</span>
              )}
              <span className="tabular-nums">{figure}</span>
            </span>
            <BarDrawing share={total > 0 ? Math.min(value / total, 1) : 0} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** Drawn with attributes, not with styles: a strict content security policy allows no style in the page. */
function BarDrawing({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" className="h-2 w-full rounded-full bg-sunken ring-1 ring-line">
      <rect width={`${share * 100}%`} height="100%" className="fill-accent" />
    </svg>
  );
}
