import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  // The packages lie above this folder: the peer's beside it, all others at the top.
  turbopack: { root: join(dirname(fileURLToPath(import.meta.url)), "../../..") },
  // `npx tsc -p tests/bench` checks the types of the whole bench.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "kysely",
    "nodemailer",
    "@node-rs/argon2",
    "@electric-sql/pglite",
    "pg-boss",
  ],
};
