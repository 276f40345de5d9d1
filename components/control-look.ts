/** The classes of a control that holds text: one look for inputs, selects and textareas. */
export const controlLook =
  "block min-h-10 w-full rounded-control border border-control bg-surface px-3 py-2 text-base text-ink shadow-lift transition-colors placeholder:text-muted hover:border-ink aria-invalid:border-2 aria-invalid:border-danger pointer-coarse:min-h-11 sm:text-sm";

/** The classes of a box or a radio: the browser's own drawing in our colour keeps forced colours and print right. */
export const tickLook = "mt-0.5 size-4.5 shrink-0 accent-accent pointer-coarse:size-5.5";
