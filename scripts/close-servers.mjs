/** Ends servers as people expect who are being served: they are answered, and then nobody is let in any more. */

/** How often connections are looked at that are kept for a next request, in milliseconds. */
const lookEvery = 50;

/** Takes no new connection, answers what is under way, and is done when the last connection is closed. */
export async function closeServers(servers) {
  const closed = servers.map((server) => new Promise((done) => server.close(done)));
  // A connection that was busy just now would be kept for its client's next request for as long as it likes.
  const looking = setInterval(() => {
    for (const server of servers) server.closeIdleConnections();
  }, lookEvery);
  await Promise.all(closed);
  clearInterval(looking);
}
