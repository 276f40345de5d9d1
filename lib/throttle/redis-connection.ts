/** The connection to the Redis of REDIS_URL: opened lazily and once, looked for while it is away, and left while it is silent. */
import { createClient } from "@redis/client";
import { seconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { logFault, logInfo } from "@/lib/kernel/log";
import { unlessHeard } from "@/lib/kernel/unless-heard";

// Next loads a module more than once; the connection must exist once a process.
const shared = globalThis as typeof globalThis & { twostepRedis?: Connection };

/** Whether counters are kept in Redis. */
export function countsInRedis(): boolean {
  return environment().redisUrl !== null;
}

/**
 * Connects before anybody logs in: that the counters are away, or take no password, is in the log of the start then.
 * Nothing waits for it, and a server starts all the same: it takes the counters up when they are there.
 */
export function openRedis(): void {
  if (countsInRedis()) connection().ready.catch(() => {});
}

/** Closes the connection, for processes that end. */
export function closeRedis(): void {
  const open = shared.twostepRedis?.redis;
  shared.twostepRedis = undefined;
  if (open?.isOpen) open.destroy();
}

/** No answer takes so long. Of a machine that is gone nobody tells, and the network waits for it a quarter of an hour. */
const longestSilence = seconds(5);

/** What Redis answers. */
export async function asked<Answer>(ask: (redis: Client) => Promise<Answer>): Promise<Answer> {
  const { redis, ready } = connection();
  await ready;
  const answered = unlessHeard(longestSilence, () => leave(redis));
  try {
    return await ask(redis);
  } finally {
    answered();
  }
}

/** One that is silent is left: who asks next connects anew, to whichever stands there by then. */
function leave(redis: Client): void {
  logFault("redis.failed", new Error("Redis does not answer"));
  if (shared.twostepRedis?.redis === redis) closeRedis();
}

type Connection = { redis: Client; ready: Promise<unknown> };

function connection(): Connection {
  shared.twostepRedis ??= connect();
  return shared.twostepRedis;
}

function connect(): Connection {
  const redis = clientOf(environment().redisUrl ?? "");
  const ready = redis.connect().catch((error) => {
    // A failed start is not kept: the next attempt tries again.
    if (shared.twostepRedis?.redis === redis) shared.twostepRedis = undefined;
    throw error;
  });
  return { redis, ready };
}

type Client = ReturnType<typeof clientOf>;

function clientOf(url: string) {
  let wasThere = false;
  let isAway = false;
  let greeted = () => {};
  const redis = createClient({
    url,
    // A limiter that cannot count must say so soon, not queue behind a dead connection (ASVS 5.0, 16.5.3).
    disableOfflineQueue: true,
    socket: {
      connectTimeout: 2_000,
      // One that was never there is not waited for: whoever logs in is told now, and the next attempt tries again.
      reconnectStrategy: (retries, cause) => (wasThere ? Math.min(retries * 50, 2_000) : cause),
    },
  });
  redis.on("connect", () => {
    // Whoever takes the connection may be silent from then on: a process that hangs, or a proxy before one that is gone.
    greeted = unlessHeard(longestSilence, () => leave(redis));
  });
  for (const outcome of ["ready", "error", "end"]) redis.on(outcome, () => greeted());
  redis.on("ready", () => {
    if (isAway) logInfo("redis.works-again");
    wasThere = true;
    isAway = false;
  });
  redis.on("error", (error) => {
    // It is looked for all the time: that it is away is said once.
    if (!isAway) logFault("redis.failed", error);
    isAway = true;
  });
  return redis;
}
