/**
 * The least that sending to many can be: one finished text, handed over and over to nodemailer's pool by as many lanes as
 * keep it busy. The pool has the product's own options, and the letter has the same headers and parts. Runs in a process
 * of its own, until it is killed. Arguments: the mail server, and who the letters are from.
 */
import { connections, transportFor } from "@/lib/mail/transport";
import { confirmationLetters } from "@/lib/organisations/confirmation-letters";

const [url = "", from = ""] = process.argv.slice(2);
// As many as a sending keeps busy: the product's others are for codes.
const smtpUrl = `${url}?maxConnections=${connections}`;
const transporter = transportFor({ mode: "production", smtpUrl });
const write = confirmationLetters({ organisationName: "Acme" });
// As text: what the product encodes once for all, nodemailer encodes here each time.
const { encoded: _, ...letter } = await write(
  { name: "Jane Doe", language: "en", invitedBy: null },
  { url: `http://localhost:3000/verify-email?token=${"t".repeat(43)}`, expiresAt: new Date() },
);

// Twice as many as there are connections, so that none of these waits for a lane.
let sent = 0;
const lane = async () => {
  for (;;) {
    sent += 1;
    await transporter.sendMail({
      ...letter,
      from,
      to: { name: "", address: `user-${sent}@bench.example` },
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  }
};
await Promise.all(Array.from({ length: 10 }, lane));
