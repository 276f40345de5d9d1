"use client";

import { AuthCard } from "@/components/auth-card";
import { Button } from "@/components/button";
import { buttonLook } from "@/components/button-look";
import { failures } from "@/lib/words/failures";
import { typeface } from "./typeface";
import "./globals.css";

/**
 * Stands for a page that could not be made, and for the frame around it. What went wrong is in the log, under the number
 * that is shown here; the page itself gives nothing away. There is no error.tsx beside it: both would show the same, and
 * every page loads all that there are.
 */
export default function FailurePage({ error, retry }: { error: unknown; retry: () => void }) {
  const language = presentLanguage();
  const failure = failures[language];
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <html lang={language} className={typeface}>
      <body>
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
      </body>
    </html>
  );
}

/** The language that the page was in before it failed. */
function presentLanguage(): keyof typeof failures {
  const language = typeof document === "undefined" ? "" : document.documentElement.lang;
  return language in failures ? (language as keyof typeof failures) : "en";
}
