/** The statements behind each step: asked through a counter, one request after the other, while nothing is timed. */
import { type Counter, countStatements, isBracket, ofRequests } from "../../support/statement-counter";
import { inDatabase } from "../measure/databases";
import { cookiesAfter, type Request, send } from "../measure/load";
import { median } from "../measure/numbers";
import { type Server, startBeside, startProduct } from "../measure/servers";
import type { Sink } from "../measure/sink";
import { ours } from "../sides/ours";
import { peer } from "../sides/peer";
import type { Side, Step, User } from "../sides/side";
import { browserHeaders } from "../sides/side";
import { target } from "../sides/target";

type Counting = {
  forOurs: { name: string; url: string };
  forPeer: { url: string };
  forTarget: { url: string };
  sink: Sink;
  /** The first shows the way; the others log in. */
  users: User[];
};

/** By side and step: how many statements, how many of them only begin or end a transaction, and their texts. */
export type StatementCounts = Record<
  string,
  Partial<Record<Step, { count: number; brackets: number; texts: string[] }>>
>;

export const oursByMailAlone = "ours, e-mail being the only method";

export async function countOfSteps({
  forOurs,
  forPeer,
  forTarget,
  sink,
  users,
}: Counting): Promise<StatementCounts> {
  const [guide, withoutApp, ...others] = users;
  if (!guide || !withoutApp) throw new Error("Nobody is there to be counted");
  await inDatabase(
    forOurs.name,
    "delete from authenticators where user_id = (select id from users where email = $1)",
    [withoutApp.email],
  );
  const counters = [
    await countStatements(forOurs.url),
    await countStatements(forPeer.url),
    await countStatements(forTarget.url),
  ];
  const [ofOurs, ofPeer, ofTarget] = counters as [Counter, Counter, Counter];
  const mail = { SMTP_URL: sink.url };
  const product = await startProduct({ POSTGRES_URL: ofOurs.url, ...mail });
  const beside = await startBeside({
    BESIDE_PEER_URL: ofPeer.url,
    BESIDE_TARGET_URL: ofTarget.url,
    POSTGRES_URL: ofOurs.url,
    ...mail,
  });
  try {
    const side = await ours(product.origin, guide);
    return {
      ours: await countSide(side, product, ofOurs, others, sink, beside.origin),
      [oursByMailAlone]: await countLoginByMail(side, product, ofOurs, withoutApp, sink),
      "better-auth": await countSide(peer(beside.origin, "stub"), beside, ofPeer, others, sink),
      target: await countSide(target(beside.origin), beside, ofTarget, others, sink),
    };
  } finally {
    await Promise.all([product.stop(), beside.stop()]);
    for (const counter of counters) counter.close();
  }
}

/** A login where e-mail is the only method: nothing is chosen, the right password sends the code. */
async function countLoginByMail(side: Side, { origin }: Server, counter: Counter, user: User, sink: Sink) {
  counter.take();
  const first = await send(origin, side.password(user));
  const texts = [ofRequests(counter.take())];
  const cookies = cookiesAfter(first, side.browser(user));
  const second = await send(origin, side.mailCode(user, cookies, sink.codeFor(user.email)));
  texts.push(ofRequests(counter.take()));
  if (!side.isRight("password", first) || !side.isRight("mail-code", second))
    throw new Error(`A login by mail ended with ${first.status} and ${second.status}`);
  return { password: typical(texts.slice(0, 1)), "mail-code": typical(texts.slice(1)) };
}

async function countSide(
  side: Side,
  { origin }: Server,
  counter: Counter,
  users: User[],
  sink: Sink,
  guard?: string,
) {
  const counts: Partial<Record<Step, string[][]>> = {};
  const ask = async (step: Step, request: Request, at = origin) => {
    counter.take();
    const answer = await send(at, request);
    if (!side.isRight(step, answer)) throw new Error(`${side.name}: ${step} answered ${answer.status}`);
    counts[step] = [...(counts[step] ?? []), ofRequests(counter.take())];
    return answer;
  };
  for (const [index, user] of users.entries()) {
    let cookies = cookiesAfter(await ask("password", side.password(user)), side.browser(user));
    if (index % 2) {
      cookies = cookiesAfter(await ask("totp", side.totp(user, cookies)), cookies);
    } else {
      cookies = cookiesAfter(await ask("send-code", side.sendCode(user, cookies)), cookies);
      const answer = await ask("mail-code", side.mailCode(user, cookies, sink.codeFor(user.email)));
      cookies = cookiesAfter(answer, cookies);
    }
    const request: Request = guard
      ? { method: "GET", path: "/api/guard", headers: browserHeaders(guard, user, cookies) }
      : side.session(user, cookies);
    await ask("session", request, guard ?? origin);
  }
  return Object.fromEntries(Object.entries(counts).map(([step, requests]) => [step, typical(requests)]));
}

/** The request in the middle: in between a server sweeps and cleans up, which is nobody's step. */
function typical(requests: string[][]) {
  const middle = median(requests.map(({ length }) => length));
  const texts = requests.find(({ length }) => length === Math.floor(middle)) ?? [];
  return { count: texts.length, brackets: texts.filter(isBracket).length, texts };
}
