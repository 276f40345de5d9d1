/** What the build made, the icons and the manifest of the app, and its worker: what costs next to nothing to answer. */
const files =
  /^\/(_next\/static\/.+|icons\/icon-(192|512|maskable-512)\.png|icon\.svg|apple-icon\.png|manifest\.webmanifest|sw\.js)$/;

/** Whether `url`, a path that can be decoded and its query, is that of a file; what only begins like one is a page. */
export function isFile(url) {
  return files.test(decodeURIComponent(url.split("?")[0]));
}
