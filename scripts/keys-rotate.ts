/**
 * `npm run keys:rotate`: seals everything that is not under the first of ENCRYPTION_KEYS anew, while the product runs,
 * and says when the other keys can be taken away. Safe to repeat, and to stop at any time.
 */
import { tokenLife } from "@/lib/accounts/email-token";
import { days, hours } from "@/lib/kernel/duration";
import { environment } from "@/lib/kernel/env";
import { wholeLimit } from "@/lib/sessions/session";
import { resealSecrets } from "@/lib/two-factor/reseal-secrets";
import { command, optionsGiven } from "./command";

const usage = `npm run keys:rotate
Seals every secret anew under the first of ENCRYPTION_KEYS, while the product runs.`;

await command(async () => {
  optionsGiven({}, usage);
  const [newest, ...older] = environment().encryptionKeys;
  const { count, underKeys } = await resealSecrets();
  console.log(`Sealed ${count} anew under the key "${newest?.id}". Now there are:`);
  for (const each of underKeys) console.log(`  ${each.count} ${each.place} under "${each.keyId}"`);
  if (underKeys.length === 0) console.log("  no sealed values at all");
  if (older.length === 0) return console.log("There is no older key to take away.");

  const names = older.map(({ id }) => `"${id}"`).join(", ");
  const left = underKeys.filter(({ keyId }) => keyId !== newest?.id);
  if (left.length > 0) {
    console.log(`Not yet: somebody still seals under ${names}. Restart every server, then run this again.`);
    return;
  }
  console.log(
    `${names} can be taken out of ENCRYPTION_KEYS ${tokenLife.activation / days(1)} days after the last server was restarted ` +
      `with "${newest?.id}" in front: until then links in letters, and for ${wholeLimit / hours(1)} hours sessions, are known by it.`,
  );
  console.log("Browsers that are known by it are asked for nothing, but count as new at their next login.");
});
