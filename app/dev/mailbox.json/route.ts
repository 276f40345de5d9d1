/** The mailbox for tests and scripts: `/dev/mailbox.json?to=` answers with the letters to that address, newest first. */
import { notFound } from "next/navigation";
import type { NextRequest } from "next/server";
import { captured, mailboxIsOpen } from "@/lib/mail/mailbox";

export async function GET(request: NextRequest): Promise<Response> {
  if (!mailboxIsOpen()) notFound();
  const letters = await captured(request.nextUrl.searchParams.get("to"));
  return Response.json(
    letters.map(({ id, to, subject, sentAt, html, text }) => ({ id, to, subject, sentAt, html, text })),
    { headers: { "Cache-Control": "no-store" } },
  );
}
