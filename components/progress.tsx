import { useId } from "react";

type ProgressProps = {
  label: string;
  /** Where the heading above says the same. */
  labelHidden?: boolean;
  value: number;
  max: number;
  /** The same in words: "120 of 340 sent". Announced when it changes. */
  text: string;
};

/** How far something is. Update it every few seconds at most, or a screen reader says nothing else. */
export function Progress({ label, labelHidden = false, value, max, text }: ProgressProps) {
  const id = useId();
  return (
    <div className="grid gap-1.5 text-sm">
      <div className="flex flex-wrap justify-between gap-x-4">
        <label htmlFor={id} className={labelHidden ? "sr-only" : "font-medium"}>
          {label}
        </label>
        <span role="status" className="text-muted tabular-nums">
          {text}
        </span>
      </div>
      {/* Forced colours would paint both parts of the bar in the colour of the page. */}
      <progress
        id={id}
        value={value}
        // A bar of nothing would otherwise run to and fro for ever.
        max={Math.max(max, 1)}
        className="h-2 w-full appearance-none forced-color-adjust-none overflow-hidden rounded-full border-0 bg-sunken ring-1 ring-line accent-accent [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}
