/** On every answer, files included; the content security policy needs a nonce and is proxy.ts's (ASVS 5.0, 3.4). */
const everywhere = [
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

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
