/** Which of `addresses` is `here`: the longest that `here` is, or lies under. Home is only itself. */
export function currentAddress(addresses: string[], here: string): string | undefined {
  return addresses
    .filter((address) => here === address || (address !== "/" && here.startsWith(`${address}/`)))
    .sort((one, other) => other.length - one.length)[0];
}
