/** Nothing to do; but without a file of its own here, Next goes up the folders and takes the product's. */
export function register(): void {}
