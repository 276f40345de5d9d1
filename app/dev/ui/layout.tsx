import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { environment } from "@/lib/kernel/env";

export const metadata: Metadata = { title: "Components" };

/** The sampler is for those who build the product: in production it is not there. */
export default function SamplerLayout({ children }: { children: React.ReactNode }) {
  if (!["demo", "development"].includes(environment().mode)) notFound();
  return children;
}
