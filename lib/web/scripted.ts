/** Whether an action was called by a page's scripts, which stay where they are and show what it answers. */
import "server-only";
import { headers } from "next/headers";

/** Else the browser itself has posted the form, and the answer is its next page. */
export async function isScripted(): Promise<boolean> {
  return (await headers()).has("next-action");
}
