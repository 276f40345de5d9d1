/**
 * Refuses addresses that ask for far more than any page knows. Next compares each parameter with all the others, several
 * times: with the thousands that fit into an address, one request, even for an icon, holds up everybody for most of a
 * second.
 */
import { ofPlainAnswers } from "./answer-headers.mjs";

/** The longest address of ours has about a dozen. */
const mostParameters = 100;

/** Whether a request may go on by its address; else it is answered by now. */
export function isAddressTaken({ url }, response) {
  if (url.split("&", mostParameters + 1).length <= mostParameters) return true;
  response
    .writeHead(414, ofPlainAnswers)
    .end("This address asks for more than Twostep knows. Leave out what stands behind the question mark.\n");
  return false;
}
