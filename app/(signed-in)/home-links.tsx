import { useId } from "react";
import { LinkCard } from "@/components/link-card";

/** A way on, as the home page shows it. */
export type HomeLink = {
  href: string;
  text: string;
  icon: React.ReactNode;
  /** What is done there. */
  about: string;
};

/** Ways on under a heading; nothing where there are none. */
export function HomeLinks({ title, links }: { title: string; links: HomeLink[] }) {
  const id = useId();
  if (links.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="font-semibold tracking-tight">
        {title}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {links.map(({ href, text, icon, about }) => (
          <li key={href} className="grid">
            <LinkCard href={href} title={text} icon={icon}>
              {about}
            </LinkCard>
          </li>
        ))}
      </ul>
    </section>
  );
}
