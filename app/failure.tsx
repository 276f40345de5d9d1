"use client";

import { AuthCard } from "@/components/auth-card";
import { Button } from "@/components/button";
import { buttonLook } from "@/components/button-look";
import { failure } from "@/lib/words/en/failure";

/** What went wrong is in the log, under the number that is shown here; the page itself gives nothing away. */
export function Failure({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <AuthCard name="Twostep" title={failure.title} description={failure.description}>
      <title>{failure.title}</title>
      {digest && (
        <p className="text-sm">
          {failure.reference} <code className="font-mono font-medium">{digest}</code>
        </p>
      )}
      <div className="grid gap-2">
        <Button variant="primary" wide onClick={retry}>
          {failure.tryAgain}
        </Button>
        {/* A whole new page, because the one that is running is what failed. */}
        <a href="/" className={buttonLook("secondary", true)}>
          {failure.home}
        </a>
      </div>
    </AuthCard>
  );
}
