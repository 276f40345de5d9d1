import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AppShell } from "@/components/app-shell";
import { EmptyState } from "@/components/empty-state";
import { Field } from "@/components/field";
import { PageHeader } from "@/components/page-header";
import { SubmitButton } from "@/components/submit-button";
import { type AddressParameters, given } from "@/lib/kernel/address-parameters";
import { captured, mailboxIsOpen } from "@/lib/mail/mailbox";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";
import { LetterList } from "./letter-list";
import { LetterView } from "./letter-view";

// What is in the mailbox is never known before somebody asks.
export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await currentWords()).developer.mailbox.title };
}

type MailboxProps = { searchParams: Promise<AddressParameters> };

/** The letters of demo and dev: `?to=` shows those to one address, `?letter=` opens one. */
export default async function MailboxPage({ searchParams }: MailboxProps) {
  if (!mailboxIsOpen()) notFound();
  const parameters = await searchParams;
  const to = given(parameters, "to");
  const [{ developer, general }, letters] = await Promise.all([currentWords(), captured(to)]);
  const words = developer.mailbox;
  const opened = letters.find(({ id }) => id === given(parameters, "letter")) ?? letters[0];
  return (
    <AppShell name={general.product} homeHref={paths.home}>
      <PageHeader title={words.title} description={words.description} />
      <form action={paths.mailbox} className="flex max-w-md flex-wrap items-end gap-3 *:min-h-10">
        <div className="min-w-0 flex-1">
          <Field name="to" type="email" label={words.to} defaultValue={to} />
        </div>
        <SubmitButton variant="secondary">{words.show}</SubmitButton>
      </form>
      {opened ? (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <LetterList letters={letters} opened={opened.id} to={to} />
          <LetterView letter={opened} />
        </div>
      ) : (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      )}
    </AppShell>
  );
}
