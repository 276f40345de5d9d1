/** The guard of what is for those who build the product: each page and action of it asks, not only their frame. */
import "server-only";
import { notFound } from "next/navigation";
import { environment } from "@/lib/kernel/env";

/** "Not found", but in demo and dev. */
export function notInProduction(): void {
  if (!["demo", "development"].includes(environment().mode)) notFound();
}
