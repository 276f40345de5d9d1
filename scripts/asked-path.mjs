/** Reads what a request asks for, before anything is decided by how that begins. */

/**
 * `target`, as a client wrote it, as the path and query that it means. Dots are followed, as browsers do before they ask:
 * `/icons/../login` is no icon. Of a whole address, as proxies are sent one, the host does not count (RFC 9112 §3.2.2).
 */
export function askedPath(target) {
  const asked = URL.parse(target.startsWith("/") ? `http://here${target}` : target);
  if (!asked) return decodable(`/${target}`);
  const { pathname, search } = asked;
  return decodable((pathname.startsWith("/") ? pathname : `/${pathname}`) + search);
}

/** `url`, in which a % that encodes nothing means itself: Next calls it a fault of ours, and here it is a page that is none. */
function decodable(url) {
  const [path, ...query] = url.split("?");
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}
