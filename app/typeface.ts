/** Inter (OFL 1.1), served by ourselves: the same letters on every system, and no request to anybody else. */
import localFont from "next/font/local";

const latin = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-latin",
});

/** Fetched only by pages with a letter that the other file lacks, as names from Poland or Turkey have. */
const latinExtended = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  weight: "100 900",
  variable: "--font-latin-extended",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0100-02BA, U+1E00-1E9F, U+1EF2-1EFF, U+20A0-20C0" }],
});

/** The class of the root element, with which components/theme.css finds the letters. */
export const typeface = `${latin.variable} ${latinExtended.variable}`;
