/** On every answer, files included; the content security policy needs a nonce and is proxy.ts's (ASVS 5.0, 3.4). */
export const everywhere = [
  { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
];

/** On an answer that no page of ours is: plain text, which loads nothing. */
export const ofPlainAnswers = {
  "Content-Type": "text/plain",
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  ...Object.fromEntries(everywhere.map(({ key, value }) => [key, value])),
};
