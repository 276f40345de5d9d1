import { RotateCw } from "lucide-react";
import { AnchorButton } from "@/components/anchor-button";
import { AuthCard } from "@/components/auth-card";
import type { AddressParameters } from "@/lib/kernel/address-parameters";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { safeReturn } from "@/lib/web/paths";

export const generateMetadata = async () => pageTitle((await currentWords()).general.updated.title);

/** Where scripts/server.mjs leads whose form, sent without JavaScript, is of an older build that this one does not know. */
export default async function UpdatedPage({ searchParams }: { searchParams: Promise<AddressParameters> }) {
  const { product, updated } = (await currentWords()).general;
  return (
    <AuthCard name={product} title={updated.title} description={updated.description}>
      <AnchorButton href={safeReturn((await searchParams).next)} variant="primary" icon={<RotateCw />} wide>
        {updated.openAgain}
      </AnchorButton>
    </AuthCard>
  );
}
