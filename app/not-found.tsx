import type { Metadata } from "next";
import { AnchorButton } from "@/components/anchor-button";
import { AuthCard } from "@/components/auth-card";
import { currentSession } from "@/lib/web/current";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";

export async function generateMetadata(): Promise<Metadata> {
  return pageTitle((await currentWords()).general.notFound.title);
}

/** The one answer for what is not there and for what is not this person's to see. */
export default async function NotFound() {
  const { product, notFound } = (await currentWords()).general;
  const session = await currentSession();
  return (
    <AuthCard
      name={session?.organisation.name ?? product}
      title={notFound.title}
      description={notFound.description}
    >
      <AnchorButton href={paths.home} variant="primary" wide>
        {notFound.home}
      </AnchorButton>
    </AuthCard>
  );
}
