/** One measurement: requests side by side against one server, with what they took of the clock and of the processors. */
import { cpuClock } from "./cpu-time";
import { inDatabase } from "./databases";
import { type Answer, type Request, send, sideBySide } from "./load";

/** What answers, and where its work is done. */
export type Place = { origin: string; pid: number; database: string };

/**
 * For each request: `cpu` in milliseconds, that of Postgres and of the threads that hash included, and `wal`, the
 * kilobytes that Postgres wrote ahead, which is what its disk and its replicas have to keep up with.
 */
export type Measured = {
  perSecond: number;
  cpu: number;
  postgres: number;
  hashing: number;
  wal: number;
  times: number[];
  answers: Answer[];
};

export const clients = 8;

/** Does `work` for each of `items`; `work` may be several requests one after the other. */
export async function measureWork<Item, Value>(
  place: Place,
  items: Item[],
  work: (item: Item) => Promise<Value>,
): Promise<Omit<Measured, "answers" | "times"> & { values: Value[] }> {
  const writtenBefore = await writtenAhead(place);
  const stop = await cpuClock([place.pid], place.database);
  const began = performance.now();
  const values = await sideBySide(items, clients, work);
  const seconds = (performance.now() - began) / 1000;
  const { server, postgres, hashing } = await stop();
  return {
    values,
    perSecond: items.length / seconds,
    cpu: (server + postgres) / items.length,
    postgres: postgres / items.length,
    hashing: hashing / items.length,
    wal: ((await writtenAhead(place)) - writtenBefore) / 1000 / items.length,
  };
}

/** Bytes that Postgres has written ahead, ever. */
async function writtenAhead({ database }: Place): Promise<number> {
  const [row] = await inDatabase<{ bytes: string }>(
    database,
    "select pg_current_wal_insert_lsn() - '0/0' as bytes",
  );
  return Number(row?.bytes);
}

/** Sends `requests`; each answer must be right. */
export async function measureRequests(
  place: Place,
  requests: Request[],
  isRight: (answer: Answer) => boolean,
): Promise<Measured> {
  const { values: answers, ...rest } = await measureWork(place, requests, (each) => send(place.origin, each));
  for (const [index, answer] of answers.entries())
    if (!isRight(answer))
      throw new Error(
        `${requests[index]?.path} answered ${answer.status} ${answer.location} ${answer.body.slice(0, 300)}`,
      );
  return { ...rest, answers, times: answers.map(({ time }) => time) };
}
