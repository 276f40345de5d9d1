import { PageHeader } from "@/components/page-header";
import { currentWords } from "@/lib/web/current-words";
import { signedIn } from "@/lib/web/permit";
import { PasswordForm } from "./password-form";
import { ProfileForm } from "./profile-form";

export async function generateMetadata() {
  return { title: (await currentWords()).mySettings.profile.title };
}

/** One's own name, language and password. */
export default async function ProfilePage() {
  const { actor, session } = await signedIn();
  const { mySettings } = await currentWords();
  return (
    <>
      <PageHeader title={mySettings.profile.title} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <ProfileForm actor={actor} language={session.user.language} />
        <PasswordForm actor={actor} />
      </div>
    </>
  );
}
