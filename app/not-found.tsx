import type { Metadata } from "next";
import { AuthCard } from "@/components/auth-card";
import { LinkButton } from "@/components/link-button";
import { wordsIn } from "@/lib/words/words";

const { general } = wordsIn("en");

export const metadata: Metadata = { title: general.notFound.title };

/** The one answer for what is not there and for what is not this person's to see. */
export default function NotFound() {
  return (
    <AuthCard
      name={general.product}
      title={general.notFound.title}
      description={general.notFound.description}
    >
      <LinkButton href="/" variant="primary" wide>
        {general.notFound.home}
      </LinkButton>
    </AuthCard>
  );
}
