import { everywhere } from "./scripts/answer-headers.mjs";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  headers: async () => [{ source: "/:path*", headers: everywhere }],
  reactStrictMode: true,
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
    // Forms carry codes and addresses, not files: more than this is refused before it is read.
    serverActions: { bodySizeLimit: "64kb" },
  },
};

export default config;
