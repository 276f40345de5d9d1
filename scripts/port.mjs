/** The port to listen on, refused clearly when something else has it. */
import { createServer } from "node:net";

/** The port that PORT asks for, else 3000. Ends the process when it is no port or is taken on this computer. */
export async function freePort() {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    stop(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  }
  const failure = await tryToListen(port);
  if (failure === "EADDRINUSE") {
    stop(`Port ${port} is taken by another program. End that one, or choose another: PORT=${port + 1}`);
  }
  if (failure) stop(`Port ${port} cannot be used here (${failure}).`);
  return port;
}

function tryToListen(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", ({ code }) => resolve(code));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(undefined)));
  });
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
