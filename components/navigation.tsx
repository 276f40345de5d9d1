"use client";

import { usePathname } from "next/navigation";
import { currentAddress } from "./current-address";
import { PageLink } from "./page-link";

type NavigationLink = {
  href: string;
  text: string;
  /** Drawn before the text. */
  icon?: React.ReactNode;
};

type NavigationProps = {
  /** Names the landmark: "Main", "Administration". */
  label: string;
  links: NavigationLink[];
  look?: "bar" | "tabs";
};

// On phones what is between them shrinks, so that longer words than English ones need no second line.
const looks = {
  bar: {
    list: "gap-0.5 sm:gap-1 max-lg:[&_svg]:hidden",
    link: "rounded-control px-[clamp(0.25rem,10vw_-_1.75rem,0.625rem)] py-1.5 text-muted hover:bg-sunken hover:text-ink aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent forced-colors:aria-[current]:underline",
  },
  tabs: {
    // Where even that is too narrow, a tab of several words takes two lines, and stands on the line of its neighbours.
    list: "items-end gap-x-[clamp(0.5rem,10vw_-_1.5rem,1.25rem)] border-b border-line min-[20rem]:flex-nowrap",
    link: "-mb-px wrap-normal text-balance border-b-2 border-transparent forced-colors:not-aria-[current]:border-[Canvas] pb-2 pt-1 text-muted hover:border-control hover:text-ink aria-[current]:border-accent aria-[current]:text-ink",
  },
};

/** A named list of links that marks the one where the person is; what does not fit goes to the next line. */
export function Navigation({ label, links, look = "bar" }: NavigationProps) {
  const here = usePathname() ?? "";
  const current = currentAddress(
    links.map(({ href }) => href),
    here,
  );
  return (
    <nav aria-label={label} className="min-w-0">
      <ul className={`flex flex-wrap p-0.5 ${looks[look].list}`}>
        {links.map(({ href, text, icon }) => (
          <li key={href}>
            <PageLink
              href={href}
              aria-current={href === here ? "page" : href === current ? "true" : undefined}
              className={`flex min-h-9 items-center gap-2 text-sm font-medium pointer-coarse:min-h-11 [&_svg]:size-4 ${looks[look].link}`}
            >
              {icon}
              {text}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
