/** The guard of what is for those who build the product: each page and action of it asks, not only their frame. */
import "server-only";
import { notFound } from "next/navigation";
import { isDemoOrDev } from "@/lib/kernel/demo-or-dev";

/** "Not found", but in demo and dev. */
export function notInProduction(): void {
  if (!isDemoOrDev()) notFound();
}
