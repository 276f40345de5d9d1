"use client";

import Link, { useLinkStatus } from "next/link";
import { OnItsWay } from "./on-its-way";

/** A link to another page of the frame: asked for only when it is pressed, and seen to be on its way. */
export function PageLink({ children, ...rest }: Omit<React.ComponentProps<typeof Link>, "prefetch">) {
  return (
    <Link {...rest} prefetch={false}>
      {children}
      <Sign />
    </Link>
  );
}

function Sign() {
  return <OnItsWay pending={useLinkStatus().pending} />;
}
