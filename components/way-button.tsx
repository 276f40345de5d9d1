"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "./button";
import type { ButtonVariant } from "./button-look";
import { OnItsWay } from "./on-its-way";

type WayButtonProps = {
  /** A page of the frame; what stands behind its "?" travels in hidden fields. */
  href: string;
  variant?: ButtonVariant;
  icon?: React.ReactNode;
  children: React.ReactNode;
};

/**
 * A button that begins something on a page of its own, where people look for a button and not for a link. A GET form,
 * which any browser sends; Next's own form would do the same, but cannot tell that it is on its way.
 */
export function WayButton({ href, variant, icon, children }: WayButtonProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const [page, asked] = href.split("?");

  function go(event: React.FormEvent) {
    event.preventDefault();
    start(() => router.push(href));
  }

  return (
    <form action={page} onSubmit={go} className="grid">
      {[...new URLSearchParams(asked)].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" variant={variant} icon={icon}>
        {children}
      </Button>
      <OnItsWay pending={pending} />
    </form>
  );
}
