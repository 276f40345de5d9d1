/** Focuses `element` where nothing has the focus: whoever pressed a button that has gone has lost it, and finds it here. */
export function focusIfLost(element: HTMLElement | null): void {
  if (document.activeElement === document.body) element?.focus();
}
