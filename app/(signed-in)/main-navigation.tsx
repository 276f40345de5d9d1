import { House } from "lucide-react";
import { Navigation } from "@/components/navigation";
import type { Role } from "@/lib/sessions/session";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { administrationLinks } from "./administration-links";

/** The ways on from every page: home, and the part of the administration that `role` may open. */
export async function MainNavigation({ role }: { role: Role }) {
  const words = await currentWords();
  const links = administrationLinks(role, words).map(({ href, text, icon }) => ({ href, text, icon }));
  return (
    // On phones the links have a line of their own, which is not worth one alone: the name above leads home, too.
    <div className={`flex min-w-0 sm:gap-x-3 ${links.length === 0 ? "max-md:hidden" : ""}`}>
      <div className="shrink-0">
        <Navigation
          label={words.navigation.main}
          links={[{ href: paths.home, text: words.navigation.home, icon: <House /> }]}
        />
      </div>
      {links.length > 0 && (
        <>
          <span aria-hidden="true" className="my-auto h-5 border-s border-line max-sm:hidden" />
          <Navigation label={words.navigation.administration} links={links} />
        </>
      )}
    </div>
  );
}
