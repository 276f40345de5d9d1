import { BrandMark } from "./brand-mark";
import { PageLink } from "./page-link";

type AppShellProps = {
  /** The organisation, or the product: the first words of the page, leading home. */
  name: string;
  homeHref: string;
  /** A {@link Navigation}. */
  navigation?: React.ReactNode;
  /** A {@link Menu}, at the top right. */
  account?: React.ReactNode;
  children: React.ReactNode;
};

/** The frame around every page of a person who is logged in. */
export function AppShell({ name, homeHref, navigation, account, children }: AppShellProps) {
  return (
    <div className="flex min-h-(--screen) flex-col">
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-2 sm:px-6">
          <PageLink
            href={homeHref}
            // With large letters on a phone the menu goes under the name, which a sliver would be left of beside it.
            className="flex min-h-9 min-w-0 items-center gap-2.5 max-md:min-w-30 max-md:flex-1 max-md:basis-0 md:max-w-56 lg:max-w-xs font-semibold tracking-tight pointer-coarse:min-h-11"
          >
            <BrandMark />
            {/* With tightened letters the last one reaches out of its box, which cuts it off; and of a name from right to
                left the first ones would be. */}
            <bdi className="truncate pe-0.5">{name}</bdi>
          </PageLink>
          {/* On phones the links get a line of their own, under the name and the menu. */}
          <div className="order-last min-w-0 basis-full md:order-none md:flex-1 md:basis-auto">
            {navigation}
          </div>
          <div className="ms-auto">{account}</div>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-6xl content-start gap-6 px-4 py-6 sm:px-6 sm:py-8"
      >
        {children}
      </main>
    </div>
  );
}
