"use client";

import { createPortal } from "react-dom";

/**
 * A thin bar at the top of the window while a page is `pending`, as browsers show one for the pages that they load
 * themselves; see on-its-way.css. Screen readers are told nothing, as there: they read the title of the page once it is
 * here.
 */
export function OnItsWay({ pending }: { pending: boolean }) {
  // Outside of what was pressed: a menu closes over its links, and what moves would take the bar along.
  return pending && createPortal(<div aria-hidden="true" className="on-its-way no-print" />, document.body);
}
