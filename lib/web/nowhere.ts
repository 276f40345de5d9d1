/**
 * "Not found", for what is there for others: app/(signed-in)/within-reach.tsx and file-within-reach.ts make a page of it,
 * which Next makes in the browser alone, or not at all.
 */
import "server-only";
import { notFound } from "next/navigation";
import { answerNotFound, isNotFound } from "./request-scope";

/** Departs to the page that is not found. */
export function nowhere(): never {
  answerNotFound();
  notFound();
}

/** What `work` makes; undefined where it departed by {@link nowhere} and the answer can be made into a page here. */
export async function unlessNotFound<Made>(work: Promise<Made>): Promise<Made | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isNotFound()) return undefined;
    throw error;
  }
}
