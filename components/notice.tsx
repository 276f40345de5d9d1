import { Hyphened } from "./hyphened";
import { type Tone, ToneIcon } from "./tone-icon";

const frames: Record<Tone, string> = {
  info: "border-accent/30 bg-accent-soft",
  success: "border-success/30 bg-success-soft",
  warning: "border-warning/30 bg-warning-soft",
  danger: "border-danger/30 bg-danger-soft",
};

type NoticeProps = {
  tone?: Tone;
  title?: string;
  /** For a field that the sentence is read out with. */
  id?: string;
  /** Buttons or links under the sentence: the next step to take. */
  actions?: React.ReactNode;
  /** False for a notice that was there all along, or that sits in a live region already. */
  announced?: boolean;
  children: React.ReactNode;
};

/** A sentence that stays in the page: what happened, or what to know. Announced politely, at once if it is danger. */
export function Notice({ tone = "info", title, id, actions, announced = true, children }: NoticeProps) {
  const role = announced ? (tone === "danger" ? "alert" : "status") : undefined;
  return (
    <div id={id} role={role} className={`flex gap-3 rounded-control border p-4 text-sm ${frames[tone]}`}>
      <ToneIcon tone={tone} />
      <div className="grid min-w-0 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        <div>
          <Hyphened>{children}</Hyphened>
        </div>
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
