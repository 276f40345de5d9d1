import { PageLink } from "./page-link";

const look =
  "flex min-h-9 w-full items-center gap-2.5 rounded-control px-2.5 py-1.5 text-start hover:bg-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-muted";

/** A link in a {@link Menu}. */
export function MenuLink(props: { href: string; icon?: React.ReactNode; children: React.ReactNode }) {
  return (
    <PageLink href={props.href} className={look}>
      {props.icon}
      {props.children}
    </PageLink>
  );
}

/** The button of a form in a {@link Menu}, such as "Log out". */
export function MenuButton(props: { icon?: React.ReactNode; children: React.ReactNode }) {
  return (
    <button type="submit" className={look}>
      {props.icon}
      {props.children}
    </button>
  );
}

/** Who is logged in, at the top of a {@link Menu}. */
export function MenuHeading({ title, detail }: { title: string; detail?: string }) {
  return (
    <div className="mb-1.5 border-b border-line px-2.5 pb-2 pt-1">
      <p className="font-medium">{title}</p>
      {detail && <p className="text-muted">{detail}</p>}
    </div>
  );
}
