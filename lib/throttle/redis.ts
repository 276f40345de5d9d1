/**
 * The counters in Redis, where REDIS_URL is set: the same rules as the function `spend_throttles` of the database, in
 * one script, because Redis runs a script alone and whole. For installations whose logins would wear out the database.
 */
import type { Forgiven, Spending } from "./gate";
import { asked } from "./redis-connection";

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

const prefix = "twostep:throttle:";

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
