/** The classes of a small button beside a field: as quiet as a link, as large as a target must be. */
export const textButtonLook =
  "-mx-1.5 inline-flex min-h-6 items-center rounded px-1.5 text-sm font-medium text-accent hover:bg-accent-soft pointer-coarse:min-h-11";
