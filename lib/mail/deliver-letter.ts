/** Does the job `send-letter`: what could not be sent is tried again by the queue. */
import type { Jobs } from "./jobs";
import { sendLetter } from "./send-letter";

/** Sends a letter that waited. Throws when it was not taken over, so that it goes on waiting. */
export async function deliverLetter({ to, letter, language }: Jobs["send-letter"]): Promise<void> {
  const sent = await sendLetter(to, letter, language);
  if (!sent.ok) throw new Error(`The letter ${letter.name} was not sent: ${sent.code}`);
}
