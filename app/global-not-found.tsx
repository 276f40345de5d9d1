/**
 * Not found where there is no page around it: an address that is nobody's, and a form without JavaScript that its sender
 * may not send any more. Next draws no layout around this one.
 */
import type { Metadata } from "next";
import RootLayout, { generateMetadata as metadataOfLayout, viewport as viewportOfLayout } from "./layout";
import NotFound, { generateMetadata as metadataOfPage } from "./not-found";

export const viewport = viewportOfLayout;

export async function generateMetadata(): Promise<Metadata> {
  return { ...(await metadataOfLayout()), ...(await metadataOfPage()) };
}

export default function GlobalNotFound() {
  return (
    <RootLayout>
      <NotFound />
    </RootLayout>
  );
}
