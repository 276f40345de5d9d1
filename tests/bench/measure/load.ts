/** Requests as a browser without JavaScript sends them, one after the other, side by side, or at a given pace. */
import { Agent, request as open } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

export type Request = {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string | undefined;
};

/** `time` is in milliseconds, from sending to the last byte of the answer. */
export type Answer = {
  status: number;
  location: string;
  setCookies: string[];
  retryAfter: string;
  body: string;
  time: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 2_000 });

export function send(origin: string, { method, path, headers = {}, body }: Request): Promise<Answer> {
  const began = performance.now();
  const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = open(`${origin}${path}`, { method, agent, headers: { ...headers, ...length } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece) => pieces.push(piece));
      answer.once("error", reject);
      answer.once("end", () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? "",
          setCookies: answer.headers["set-cookie"] ?? [],
          retryAfter: answer.headers["retry-after"] ?? "",
          body: Buffer.concat(pieces).toString(),
          time: performance.now() - began,
        }),
      );
    });
    sent.once("error", (error: NodeJS.ErrnoException) => {
      // The server closed an idle connection in the moment in which it was used again: browsers ask once more, too.
      if (sent.reusedSocket && error.code === "ECONNRESET")
        resolve(send(origin, { method, path, headers, body }));
      else reject(error);
    });
    sent.end(body);
  });
}

/** How often somebody comes back who is told that too many are there. */
const mostVisits = 30;

/** As {@link send}, by somebody who comes back when they are told to; `told` says how often that was. */
export async function sendUntilServed(
  origin: string,
  request: Request,
): Promise<{ answer: Answer; told: number }> {
  for (let told = 0; ; told += 1) {
    const answer = await send(origin, request);
    if (answer.status !== 503 || told === mostVisits) return { answer, told };
    await pause(Number(answer.retryAfter) * 1000);
  }
}

/** `clients` browsers work through `items` side by side; the answers come in the order of the items. */
export async function sideBySide<Item, Value>(
  items: Item[],
  clients: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> {
  const answers: Value[] = [];
  let next = 0;
  const client = async () => {
    for (let index = next++; index < items.length; index = next++)
      answers[index] = await work(items[index] as Item, index);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return answers;
}

/** Begins `perSecond` pieces of work in each second, whether or not earlier ones are done, as strangers do. */
export async function atPace<Value>(
  perSecond: number,
  seconds: number,
  work: (index: number) => Promise<Value>,
): Promise<Value[]> {
  const all: Promise<Value>[] = [];
  const began = performance.now();
  for (
    let due = 0;
    due < seconds * perSecond;
    due = Math.floor(((performance.now() - began) / 1000) * perSecond)
  ) {
    while (all.length <= due) all.push(work(all.length));
    await pause(1);
  }
  return Promise.all(all);
}

/** The Cookie header after `answer`, for a browser that had `before`. */
export function cookiesAfter(answer: Answer, before = ""): string {
  const jar = new Map(before.split("; ").filter(Boolean).map(nameAndValue));
  for (const [name, value] of answer.setCookies.map((each) => nameAndValue(each.split(";")[0] ?? ""))) {
    if (value) jar.set(name, value);
    else jar.delete(name);
  }
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

function nameAndValue(cookie: string): [string, string] {
  const cut = cookie.indexOf("=");
  return [cookie.slice(0, cut), cookie.slice(cut + 1)];
}

/** A form as browsers post it to a server action: every field a part. */
export function multipart(fields: [string, string][]): Pick<Request, "headers" | "body"> {
  const boundary = "----TwostepBenchBoundary";
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body: `${parts.join("")}--${boundary}--\r\n`,
  };
}
