import type { Metadata } from "next";
import { notInProduction } from "@/lib/web/not-in-production";

export const metadata: Metadata = { title: "Components" };

/** The sampler is for those who build the product: in production it is not there. */
export default function SamplerLayout({ children }: { children: React.ReactNode }) {
  notInProduction();
  return children;
}
