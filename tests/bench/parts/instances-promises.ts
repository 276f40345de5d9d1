/** Promises of docs/security.md that an instance could keep for itself and break with its neighbour. */
import { type Answer, cookiesAfter, multipart, type Request, sendUntilServed } from "../measure/load";
import { browserHeaders, type Side, type User } from "../sides/side";

export async function promisesAcross(
  side: Side,
  front: string,
  [here, there]: [string, string],
  users: User[],
): Promise<[string, boolean][]> {
  // To a certain instance, by the name that both have in front of the proxy.
  const { host } = new URL(front);
  const send = async (to: string, request: Request) =>
    (await sendUntilServed(to, { ...request, headers: { ...request.headers, Host: host } })).answer;
  const begin = async (origin: string, user: User) =>
    cookiesAfter(await send(origin, side.password(user)), side.browser(user));
  const [traveller, raced, guessed, ended] = [users[0], users.slice(1, 21), users[21], users[22]] as [
    User,
    User[],
    User,
    User,
  ];

  const started = await begin(here, traveller);
  const verified = await send(there, side.totp(traveller, started));
  const inside = cookiesAfter(verified, started);
  const page = await send(here, side.session(traveller, inside));
  const again = await send(here, side.totp(traveller, started));

  // Two logins of one user, the same code to both instances at the same moment.
  const entered = await Promise.all(
    raced.map(async (user) => {
      const [one, other] = [await begin(here, user), await begin(there, user)];
      const answers = await Promise.all([
        send(here, side.totp(user, one)),
        send(there, side.totp(user, other)),
      ]);
      return answers.filter((answer) => side.isRight("totp", answer)).length;
    }),
  );

  // Nobody's browser: guesses from anywhere count together.
  const guess = (index: number) => {
    const request = side.password(guessed);
    const body = (request.body ?? "").replace("tangerine harbour seventy", "quite another one");
    const { Cookie: _, ...headers } = request.headers ?? {};
    return send(index % 2 ? here : there, {
      ...request,
      body,
      headers: { ...headers, "X-Forwarded-For": `172.16.0.${index}` },
    });
  };
  for (let index = 0; index < 5; index += 1) await guess(index);
  const sixth = await Promise.all([guess(5), guess(6)]);

  const begun = await begin(here, ended);
  const session = cookiesAfter(await send(here, side.totp(ended, begun)), begun);
  const lived = (await send(there, side.session(ended, session))).status === 200;
  const { headers, body } = multipart([]);
  await send(here, {
    method: "POST",
    path: "/log-out",
    body: body ?? "",
    headers: { ...browserHeaders(front, ended, session), ...headers },
  });
  const afterwards = await send(there, side.session(ended, session));

  return [
    [
      "a login begun at one instance is finished at the other",
      side.isRight("totp", verified) && page.status === 200,
    ],
    [
      "a pending login that was redeemed at one opens no second session at the other",
      // Within ten seconds the same one is given again, to a browser that dropped the first answer.
      [undefined, sessionIn(verified)].includes(sessionIn(again)),
    ],
    [
      "a code sent to both at the same moment opens one session, for each of 20 users",
      entered.every((count) => count === 1),
    ],
    [
      "five wrong passwords, spread over both, close the door at both",
      sixth.every(({ status }) => status === 429),
    ],
    ["a session ended at one is over at the other at the next request", lived && afterwards.status !== 200],
  ];
}

/** The cookie of the session that `answer` gives. */
function sessionIn(answer: Answer): string | undefined {
  return cookiesAfter(answer)
    .split("; ")
    .find((cookie) => cookie.startsWith("__Host-twostep-session="));
}
