/**
 * Refuses the methods that Next would call a fault of its own, which would be an alarm that anybody can raise: whatever
 * does more with a file than read it, and TRACE, which asks for its own headers back (ASVS 5.0, 13.4.4).
 */
import { ofPlainAnswers } from "./answer-headers.mjs";
import { isFile } from "./files.mjs";

const readingMethods = ["GET", "HEAD"];

/** Whether a request may go on by its method; else it is answered by now. Its address can be decoded. */
export function isMethodTaken({ method, url }, response) {
  const isForFile = isFile(url);
  if (isForFile ? readingMethods.includes(method) : method !== "TRACE") return true;
  const taken = isForFile ? readingMethods : [...readingMethods, "POST"];
  response
    .writeHead(405, { ...ofPlainAnswers, Allow: taken.join(", ") })
    .end(isForFile ? "This is a file: it can be read, and nothing else.\n" : "Nothing is sent back here.\n");
  return false;
}
