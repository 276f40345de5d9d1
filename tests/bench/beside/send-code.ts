/** How peer and target mail a code: a text that is ready but for the code, through a pool of connections like ours. */
import nodemailer, { type Transporter } from "nodemailer";

let transporter: Transporter | undefined;

export async function sendCode(to: string, code: string): Promise<void> {
  transporter ??= nodemailer.createTransport({ url: process.env.SMTP_URL, pool: true });
  await transporter.sendMail({
    from: "Bench <bench@example.com>",
    to,
    subject: `${code} is your security code`,
    text: `Your security code:\n\n${code}\n\nIt works for 90 seconds. Was this not you? Then change your password.\n`,
    html: `<!doctype html><html lang="en"><body><p>Your security code:</p><p><strong>${code}</strong></p><p>It works for 90 seconds. Was this not you? Then change your password.</p></body></html>`,
  });
}
