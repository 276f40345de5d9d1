"use client";

import { Failure, presentLanguage } from "./failure";
import { typeface } from "./typeface";
import "./globals.css";

/** Stands for everything, the frame included, when the frame itself could not be made. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={presentLanguage()} className={typeface}>
      <body>
        <Failure error={error} retry={retry} />
      </body>
    </html>
  );
}
