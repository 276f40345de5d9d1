import type { MetadataRoute } from "next";
import { wordsIn } from "@/lib/words/words";

/** "The App": the same pages, installed. One manifest for everybody, because it is fetched without a session. */
export default function manifest(): MetadataRoute.Manifest {
  const { general } = wordsIn("en");
  return {
    id: "/",
    name: general.product,
    short_name: general.product,
    description: general.description,
    start_url: "/",
    scope: "/",
    display: "standalone",
    // The splash screen: `--canvas` and `--surface` of the light theme, for a manifest knows no other.
    background_color: "#f8fafb",
    theme_color: "#ffffff",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      // Cut to any shape by the phone: the mark lies within the inner four fifths (W3C Manifest, "safe zone").
      { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
