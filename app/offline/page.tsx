import { RotateCw } from "lucide-react";
import { AnchorButton } from "@/components/anchor-button";
import { AuthCard } from "@/components/auth-card";
import { currentWords } from "@/lib/web/current-words";
import { pageTitle } from "@/lib/web/page-title";
import { paths } from "@/lib/web/paths";

export const generateMetadata = async () =>
  pageTitle((await currentWords()).theApp.offline.title, (await currentWords()).general.product);

/** What public/sw.js shows in the place of a page that could not be reached. It names nobody: it is kept on the device. */
export default async function OfflinePage() {
  const { theApp, general } = await currentWords();
  const words = theApp.offline;
  return (
    <AuthCard name={general.product} title={words.title} description={words.description}>
      <div className="grid gap-3">
        {/* An empty address is the one that was asked for, whatever it was. */}
        <AnchorButton href="" variant="primary" icon={<RotateCw />} wide>
          {words.tryAgain}
        </AnchorButton>
        <AnchorButton href={paths.home} wide>
          {words.home}
        </AnchorButton>
      </div>
    </AuthCard>
  );
}
