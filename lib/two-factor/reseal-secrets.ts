/** Seals everything anew under the newest key while the product runs, so that an older key can be taken away. */
import { type Database, database } from "@/lib/database/connection";
import { keysFor } from "@/lib/kernel/keys";
import { open, seal } from "@/lib/kernel/seal";
import { belongsToReveal } from "./make-recovery-codes";
import {
  countByKey,
  listSealedOtherwise,
  replaceSealed,
  type SealedPlace,
  type SealedValue,
  sealedPlaces,
} from "./sealed-queries";
import { belongsToTotp } from "./totp-secret";

/** As many rows are read at once: little enough to hold in memory, enough not to wait for each. */
const batchSize = 500;

/** Before every id. */
const nobody = "00000000-0000-0000-0000-000000000000";

const owners: Record<SealedPlace, (userId: string) => string> = {
  enrolments: belongsToTotp,
  "recovery codes being shown": belongsToReveal,
  authenticators: belongsToTotp,
};

export type Resealed = {
  /** How many were sealed anew. */
  count: number;
  /** How many lie where, under which key, after that. */
  underKeys: { place: SealedPlace; keyId: string; count: number }[];
};

/**
 * Seals what is not under the newest key. A value that changes meanwhile is left alone: whoever changed it has sealed it
 * themselves. Can be stopped and begun again at any time. Throws when a value opens with no key that is given.
 */
export async function resealSecrets(): Promise<Resealed> {
  const on = database();
  const places = Object.keys(sealedPlaces) as SealedPlace[];
  const outcome: Resealed = { count: 0, underKeys: [] };
  for (const place of places) outcome.count += await resealPlace(on, place);
  for (const place of places) {
    for (const found of await countByKey(on, place)) outcome.underKeys.push({ place, ...found });
  }
  return outcome;
}

async function resealPlace(on: Database, place: SealedPlace): Promise<number> {
  const [newest] = keysFor("seal");
  let count = 0;
  let from = nobody;
  for (;;) {
    const batch = await listSealedOtherwise(on, place, newest.id, from, batchSize);
    const last = batch.at(-1);
    if (!last) return count;
    count += await replaceSealed(
      on,
      place,
      batch.map((value) => resealed(place, value)),
    );
    from = last.userId;
  }
}

function resealed(place: SealedPlace, value: SealedValue) {
  const belongsTo = owners[place](value.userId);
  return { ...value, resealed: seal(open(value.sealed, belongsTo), belongsTo) };
}
