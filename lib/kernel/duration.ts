/** Lengths of time that say their unit: `minutes(10)` instead of a bare 600000. */

/** A length of time in milliseconds. */
export type Duration = number & { readonly unit: "milliseconds" };

export const milliseconds = (count: number) => count as Duration;
export const seconds = (count: number) => milliseconds(count * 1000);
export const minutes = (count: number) => seconds(count * 60);
export const hours = (count: number) => minutes(count * 60);
export const days = (count: number) => hours(count * 24);

/** The whole seconds in `duration`, rounded up: what a Max-Age or a Retry-After wants. */
export const inSeconds = (duration: Duration) => Math.ceil(duration / 1000);
