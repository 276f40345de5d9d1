import type { Metadata } from "next";
import { AnchorButton } from "@/components/anchor-button";
import { PageHeader } from "@/components/page-header";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";

export async function generateMetadata(): Promise<Metadata> {
  return pageTitle((await currentWords()).general.notFound.title);
}

/** The same answer inside the frame, which is the page's `main` already. */
export default async function NotFound() {
  const { notFound } = (await currentWords()).general;
  return (
    <>
      <PageHeader title={notFound.title} description={notFound.description} />
      <div>
        <AnchorButton href={paths.home} variant="primary">
          {notFound.home}
        </AnchorButton>
      </div>
    </>
  );
}
