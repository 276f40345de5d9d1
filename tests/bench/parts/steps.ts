/** The steps of a login on three sides, in turn: the product, better-auth, and the least that framework and database allow. */
import { database as openDatabase } from "@/lib/database/connection";
import { prepare } from "../../support/prepare";
import { dropBenchDatabases, emptyDatabase } from "../measure/databases";
import { hashCost } from "../measure/hash-cost";
import { median } from "../measure/numbers";
import type { Findings } from "../measure/report";
import { buildBeside, startBeside, startProduct } from "../measure/servers";
import { openSink } from "../measure/sink";
import { askFrameworks } from "../sides/frameworks";
import { ours, seedOurs } from "../sides/ours";
import { peer, seedPeer } from "../sides/peer";
import { makeUsers } from "../sides/side";
import { seedTarget, stepsInAction, target, targetInAction } from "../sides/target";
import { describeSteps } from "./steps-report";
import { type Contestant, playRounds, warmUpRounds } from "./steps-rounds";
import { countOfSteps } from "./steps-statements";

export const rounds = 5;
/** Users of a round for each of: the code of the app, the mailed code, the whole login. */
const perRound = { totp: 80, mail: 80, whole: 40 };
/** The peer's own hash is so dear that a few are enough. */
const fewPerRound = 16;

export async function measure(): Promise<Findings> {
  await buildBeside();
  const [forOurs, forPeer, forTarget, forAction, forScrypt] = [
    await emptyDatabase("ours"),
    await emptyDatabase("peer"),
    await emptyDatabase("target"),
    await emptyDatabase("action"),
    await emptyDatabase("peer_scrypt"),
  ];
  process.env.POSTGRES_URL = forOurs.url;
  const sink = await openSink();
  process.env.SMTP_URL = sink.url;
  // The last few users show the way or are counted.
  const each = perRound.totp + perRound.mail + perRound.whole;
  const users = makeUsers((warmUpRounds + rounds) * each + 20, "jane");
  const fewUsers = makeUsers((warmUpRounds + rounds) * fewPerRound * 2, "few");
  const spare = users.slice(-20);
  try {
    await prepare(openDatabase());
    await seedOurs(forOurs.name, users);
    await seedPeer(forPeer.name, forPeer.url, users, "argon2id");
    await seedPeer(forScrypt.name, forScrypt.url, fewUsers, "scrypt");
    await seedTarget(forTarget.name, users);
    await seedTarget(forAction.name, users);

    const mail = { SMTP_URL: sink.url };
    const besideUrls = {
      BESIDE_PEER_URL: forPeer.url,
      BESIDE_TARGET_URL: forTarget.url,
      POSTGRES_URL: forOurs.url,
    };
    const product = await startProduct({ POSTGRES_URL: forOurs.url, ...mail });
    const beside = await startBeside({ ...besideUrls, ...mail });
    const action = await startBeside({ ...besideUrls, ...mail, BESIDE_TARGET_URL: forAction.url });
    const scrypt = await startBeside({ ...besideUrls, ...mail, BESIDE_PEER_URL: forScrypt.url });
    // What people do who find that every hash asks the system for its memory anew: keep up to 256 MB of it.
    const tuned = await startBeside({
      ...besideUrls,
      ...mail,
      BESIDE_PEER_URL: forScrypt.url,
      MALLOC_MMAP_THRESHOLD_: "268435456",
      MALLOC_TRIM_THRESHOLD_: "268435456",
    });
    const guide = spare[0] as (typeof spare)[number];
    const contestants: Contestant[] = [
      { ...product, database: forOurs.name, side: await ours(product.origin, guide), users },
      { ...beside, database: forPeer.name, side: peer(beside.origin, "argon2id"), users },
      { ...beside, database: forTarget.name, side: target(beside.origin), users },
      {
        ...action,
        database: forAction.name,
        side: await targetInAction(action.origin, guide),
        users,
        only: stepsInAction,
      },
    ];
    const onlyPassword: Contestant[] = [
      { ...beside, database: forPeer.name, side: peer(beside.origin, "stub"), users },
      { ...scrypt, database: forScrypt.name, side: peer(scrypt.origin, "scrypt"), users: fewUsers },
      {
        ...tuned,
        database: forScrypt.name,
        side: { ...peer(tuned.origin, "scrypt"), name: "better-auth, scrypt, malloc tuned" },
        users: fewUsers.slice(fewUsers.length / 2),
      },
    ];
    const guard = { origin: beside.origin, pid: beside.pid, database: forOurs.name };
    const frameworks = { ...guard, actions: await askFrameworks(beside.origin, guide) };
    const results = await playRounds({
      contestants,
      onlyPassword,
      guard,
      frameworks,
      rounds,
      perRound,
      fewPerRound,
      sink,
    });
    const hash = await hashCost();
    await Promise.all([product, beside, action, scrypt, tuned].map((server) => server.stop()));
    const statements = await countOfSteps({ forOurs, forPeer, forTarget, sink, users: spare.slice(1) });
    return describeSteps(results, statements, median(hash));
  } finally {
    sink.close();
    await openDatabase().destroy();
    await dropBenchDatabases();
  }
}
