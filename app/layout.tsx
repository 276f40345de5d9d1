import type { Metadata, Viewport } from "next";
import { currentLanguage, currentWords } from "@/lib/web/current-words";
import { titleTemplate } from "@/lib/web/page-title";
import { typeface } from "./typeface";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const { general } = await currentWords();
  return {
    title: await titleTemplate(general.product),
    description: general.description,
    // A login has nothing for a search engine, and telephone links would catch the codes.
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
    // iOS reads its own words for what the manifest says.
    appleWebApp: { title: general.product },
  };
}

export const viewport: Viewport = {
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#12191c" },
  ],
};

/** What every page stands in: its language, its colours, and the way past the navigation. */
export default async function RootLayout({ children }: { children: React.ReactNode }) {
  const { general } = await currentWords();
  return (
    <html lang={await currentLanguage()} className={typeface}>
      <body>
        <a
          href="#main"
          className="sr-only text-sm font-medium focus:not-sr-only focus:absolute focus:rounded-control focus:bg-accent focus:px-4 focus:py-2 focus:text-accent-ink focus:start-4 focus:top-3 focus:z-10"
        >
          {general.skipToContent}
        </a>
        {children}
      </body>
    </html>
  );
}
