/** "Not found", for pages that are there for others: see app/(signed-in)/within-reach.tsx for what they then show. */
import "server-only";
import { notFound } from "next/navigation";
import { answerNotFound } from "./request-scope";

/** Departs to the page that is not found. */
export function nowhere(): never {
  answerNotFound();
  notFound();
}
