/** The port to listen on, refused clearly when something else has it. */
import { createServer } from "node:net";

/**
 * The port that PORT asks for, else 3000. Ends the process when it is no port, is taken on this computer, or when
 * `hostname` is no address of it.
 */
export async function freePort(hostname = "127.0.0.1") {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  }
  const failure = await tryToListen(port, hostname);
  if (failure === "EADDRINUSE") {
    stop(`Port ${port} is taken by another program. End that one, or choose another: PORT=${port + 1}`);
  }
  if (failure === "EADDRNOTAVAIL" || failure === "ENOTFOUND") {
    stop(`HOSTNAME must be an address of this computer, which "${hostname}" is not.`);
  }
  if (failure) stop(`Port ${port} cannot be used here (${failure}).`);
  return port;
}

function tryToListen(port, hostname) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }) => resolve(code));
    server.listen(port, hostname, () => server.close(() => resolve(undefined)));
  });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
