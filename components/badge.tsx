import type { Tone } from "./tone-icon";

const looks: Record<Tone | "neutral", string> = {
  neutral: "bg-sunken text-muted ring-line",
  info: "bg-accent-soft text-accent ring-accent/25",
  success: "bg-success-soft text-success ring-success/25",
  warning: "bg-warning-soft text-warning ring-warning/25",
  danger: "bg-danger-soft text-danger ring-danger/25",
};

type BadgeProps = { tone?: Tone | "neutral"; children: React.ReactNode };

/** A state in a word or two. The word says it all; the colour only helps to find it. */
export function Badge({ tone = "neutral", children }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center rounded-full px-2 py-px text-xs font-medium whitespace-nowrap ring-1 ring-inset ${looks[tone]}`}
    >
      {children}
    </span>
  );
}
