"use client";

import { usePathname } from "next/navigation";

/** Shows what the frame says on all pages but `than` and those below it: the frame is not drawn anew for each page. */
export function Elsewhere({ than, children }: { than: string; children: React.ReactNode }) {
  const here = usePathname() ?? "";
  return here !== than && !here.startsWith(`${than}/`) && children;
}
