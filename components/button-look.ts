export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";

const shape =
  "relative inline-flex min-h-9 items-center justify-center gap-2 rounded-control border px-4 py-1.5 text-center text-sm font-medium transition-colors pointer-coarse:min-h-11 print:hidden [&_svg]:size-4 [&_svg]:shrink-0";

const looks: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-accent-ink shadow-lift hover:bg-accent-strong active:bg-accent-strong",
  secondary: "border-control/50 bg-surface text-ink shadow-lift hover:border-control hover:bg-sunken",
  quiet: "border-transparent text-accent hover:bg-accent-soft",
  danger: "border-transparent bg-danger text-danger-ink shadow-lift hover:bg-danger-strong",
};

/** The classes that make a button, or a link, look like one. */
export function buttonLook(variant: ButtonVariant = "secondary", wide = false): string {
  return `${shape} ${looks[variant]}${wide ? " min-h-10 w-full" : ""}`;
}
