/** Ends servers as people expect who are being served: they are answered, and then nobody is let in any more. */

/** How often connections are looked at, in milliseconds. */
const lookEvery = 50;

/**
 * For how many milliseconds a request may still arrive. Node keeps no time any more once a server is closed: a browser
 * that connected ahead of need, or half a form, would hold the process until it is killed, with its jobs.
 */
const arriveWithin = 2_500;

/** What is on each server: its connections, and the exchanges on them that are not over. */
const watched = new WeakMap();

/** Keeps account of what is on `server`, for {@link closeServers}; from before it listens. Gives it back. */
export function watchConnections(server) {
  const connections = new Set();
  const exchanges = new Set();
  watched.set(server, { connections, exchanges });
  server.on("connection", (connection) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  server.on("request", (request, response) => {
    const exchange = { request, response };
    exchanges.add(exchange);
    response.once("close", () => exchanges.delete(exchange));
  });
  return server;
}

/** Takes no new connection, answers what is under way, and is done when the last connection is closed. */
export async function closeServers(servers, { within = arriveWithin } = {}) {
  const closed = servers.map((server) => new Promise((done) => server.close(done)));
  const end = performance.now() + within;
  const looking = setInterval(() => {
    // A connection that was busy just now would be kept for its client's next request for as long as it likes.
    for (const server of servers) server.closeIdleConnections();
    if (performance.now() > end) for (const server of servers) closeUnasked(server);
  }, lookEvery);
  await Promise.all(closed);
  clearInterval(looking);
}

/** Closes the connections of `server` on which nothing was asked that is being answered. */
function closeUnasked(server) {
  const { connections, exchanges } = watched.get(server);
  const busy = new Set([...exchanges].filter(isUnderWay).map(({ request }) => request.socket));
  for (const connection of connections) if (!busy.has(connection)) connection.destroy();
}

/** Whether all was asked, or the answer has begun all the same. */
const isUnderWay = ({ request, response }) => request.complete || response.headersSent;
