"use client";

import { createContext, useContext } from "react";

const Owner = createContext<string | undefined>(undefined);

/** Says who is looking at the page: forms that nobody else may send tell it on with an {@link OwnerField}. */
export function FormOwner({ id, children }: { id: string; children: React.ReactNode }) {
  return <Owner value={id}>{children}</Owner>;
}

/** Whose form it is, so that the server can compare them with who sends it. Draws nothing. */
export function OwnerField() {
  return <input type="hidden" name="whose" value={useContext(Owner)} />;
}
