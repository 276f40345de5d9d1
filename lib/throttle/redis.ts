/**
 * The counters in Redis, where REDIS_URL is set: the same rules as the function `spend_throttles` of the database, in
 * one script, because Redis runs a script alone and whole. For installations whose logins would wear out the database.
 */
import { createClient } from "@redis/client";
import { seconds } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { logFault, logInfo } from "@/lib/kernel/log";
import { unlessHeard } from "@/lib/kernel/unless-heard";
import type { Forgiven, Spending } from "./gate";

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

/** As `spend` of the database: counts one attempt at each, or at none and returns until when one is closed. */
export async function spendInRedis(spendings: Spending[], at: Date): Promise<Date | undefined> {
  const spending = {
    keys: spendings.map(({ key }) => prefix + key),
    arguments: [
      String(at.getTime()),
      ...spendings.flatMap(({ limit }) => [
        String(limit.most),
        String(limit.within),
        String(limit.firstWait ?? 0),
        String(limit.longestWait ?? 0),
      ]),
    ],
  };
  const until = await asked((redis) => redis.eval(spendScript, spending));
  return until ? new Date(Number(until)) : undefined;
}

/** As `closed` of the database: until when one of `keys` is closed at `at`. */
export async function closedInRedis(keys: string[], at: Date): Promise<Date | undefined> {
  const closed = await asked((redis) => Promise.all(keys.map((key) => redis.hGet(prefix + key, "closed"))));
  const latest = Math.max(...closed.map(Number).filter(Number.isFinite));
  return latest > at.getTime() ? new Date(latest) : undefined;
}

/** As `forgive` of the database. */
export async function forgiveInRedis({ keys, wholly }: Forgiven): Promise<void> {
  const once = Object.values(keys).filter((key) => !wholly.includes(key));
  const forgiving = {
    keys: [...wholly, ...once].map((key) => prefix + key),
    arguments: [String(wholly.length)],
  };
  await asked((redis) => redis.eval(forgiveScript, forgiving));
}

/** Closes the connection, for processes that end. */
export function closeRedis(): void {
  const open = shared.twostepRedis?.redis;
  shared.twostepRedis = undefined;
  if (open?.isOpen) open.destroy();
}

const prefix = "twostep:throttle:";

/** No answer takes so long. Of a machine that is gone nobody tells, and the network waits for it a quarter of an hour. */
const longestSilence = seconds(5);

/** What Redis answers. */
async function asked<Answer>(ask: (redis: Client) => Promise<Answer>): Promise<Answer> {
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

const spendScript = `
  local moment = tonumber(ARGV[1])
  local until_all = 0
  for index, key in ipairs(KEYS) do
    until_all = math.max(until_all, tonumber(redis.call('HGET', key, 'closed') or 0))
  end
  if until_all > moment then return tostring(until_all) end
  for index, key in ipairs(KEYS) do
    local at = 2 + (index - 1) * 4
    local most, within, first, longest = tonumber(ARGV[at]), tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
    local count = tonumber(redis.call('HGET', key, 'count') or 0)
    local window_end = tonumber(redis.call('HGET', key, 'window') or 0)
    if window_end <= moment then count, window_end = 0, moment + within end
    count = count + 1
    local closed = 0
    if count >= most then
      if first == 0 then closed = window_end
      else
        closed = moment + math.min(longest, first * 2 ^ math.min(30, count - most))
        window_end = math.max(window_end, closed + within)
      end
    end
    redis.call('HSET', key, 'count', count, 'window', string.format('%.0f', window_end), 'closed', string.format('%.0f', closed))
    -- So long, and not until then: by the clock of Redis that may be over already, and nothing would be counted.
    redis.call('PEXPIRE', key, string.format('%.0f', window_end - moment))
  end
  return false
`;

const forgiveScript = `
  for index, key in ipairs(KEYS) do
    if index <= tonumber(ARGV[1]) then redis.call('DEL', key)
    elseif redis.call('EXISTS', key) == 1 then
      redis.call('HSET', key, 'count', math.max(0, tonumber(redis.call('HGET', key, 'count')) - 1), 'closed', 0)
    end
  end
`;
