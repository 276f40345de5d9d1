/** The Redis that tests use where there is one; without it, its laws are held by the database alone. */
import { connect } from "node:net";

export const redisUrl = "redis://127.0.0.1:6379";

/** Whether somebody answers there. */
export function redisRuns(): Promise<boolean> {
  const { hostname, port } = new URL(redisUrl);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(true));
    socket.once("error", () => resolve(false)).once("connect", () => socket.end());
  });
}
