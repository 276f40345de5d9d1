/**
 * Refuses to do anything with a file but to read it. Next means to say so, too, but has no page to say it on, and calls
 * that a fault of its own; an upload to a file would then be an alarm.
 */
import { ofPlainAnswers } from "./answer-headers.mjs";

/** What the build made, the icons and the manifest of the app, and its worker. */
const files =
  /^\/(_next\/static\/.+|icons\/[^/]+\.png|icon\.svg|apple-icon\.png|manifest\.webmanifest|sw\.js)$/;

const readingMethods = ["GET", "HEAD"];

/** Whether `request` may go on: for a file only to read it; else it is answered by now. Its address can be decoded. */
export function readsOrIsNoFile({ method, url }, response) {
  if (readingMethods.includes(method) || !files.test(decodeURIComponent(url.split("?")[0]))) return true;
  response
    .writeHead(405, { ...ofPlainAnswers, Allow: readingMethods.join(", ") })
    .end("This is a file: it can be read, and nothing else.\n");
  return false;
}
