"use client";

import { ChevronDown } from "lucide-react";
import { useId } from "react";

type MenuProps = {
  /** The person, as the button shows them; beside narrow navigation only the initials are seen. */
  name: string;
  /** What the button opens, for those who cannot see it: "Account menu". */
  label: string;
  /** A {@link MenuHeading}, {@link MenuLink}s, and forms with a {@link MenuButton}. */
  children: React.ReactNode;
};

/** The account menu. The browser opens, closes and leaves it (popover), so it works without JavaScript. */
export function Menu({ name, label, children }: MenuProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex min-h-9 items-center gap-2 rounded-control p-1 text-sm font-medium hover:bg-sunken pointer-coarse:min-h-11"
      >
        <span
          aria-hidden="true"
          className="grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
        >
          {initials(name)}
        </span>
        <bdi className="max-w-40 truncate max-lg:sr-only">{name}</bdi>
        <span className="sr-only">{label}</span>
        <ChevronDown aria-hidden="true" className="me-1 size-4 text-muted" />
      </button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard clicks links too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only the links in it are pressed */}
      <div
        id={id}
        popover="auto"
        // The frame stays when a link leads to another page, and an open menu would stay with it.
        onClick={(event) => {
          if ((event.target as Element).closest("a")) event.currentTarget.hidePopover();
        }}
        className="menu-panel min-w-56 rounded-panel border border-line bg-surface p-1.5 text-sm text-ink shadow-float"
      >
        {children}
      </div>
    </>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => firstSign.exec(word ?? "")?.[0] ?? "")
    .join("");
}

/** A letter with its marks; of emoji a flag, which is two characters, or a family, which is joined of several. */
const firstSign = /^(?:\p{RI}{2}|.)(?:[\p{M}\p{EMod}]|\u200d.)*/u;
