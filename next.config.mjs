import { everywhere } from "./scripts/answer-headers.mjs";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  headers: async () => [{ source: "/:path*", headers: everywhere }],
  reactStrictMode: true,
  // No page has pictures to be drawn anew: the door that does so for everybody is closed.
  images: { unoptimized: true },
  // Loaded by Node itself: they bring wasm, native code or dynamic imports that a bundler breaks.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "pg-boss",
    "kysely",
    "nodemailer",
    "@node-rs/argon2",
    "pg",
  ],
  experimental: {
    // As much as the largest form of proxy.ts, which has refused by then what is longer.
    serverActions: { bodySizeLimit: "512kb" },
    // What is kept in memory of such a body, which would be 10 MB for whoever asks. More than what is taken, so that one
    // that is cut off here is known to be too long.
    proxyClientMaxBodySize: "640kb",
    // Without JavaScript a form that is not found would be answered without language, title and style.
    globalNotFound: true,
  },
};

export default config;
