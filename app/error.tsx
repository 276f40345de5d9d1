"use client";

import { Failure } from "./failure";

/** Stands for a page that could not be made. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Failure error={error} retry={retry} />;
}
