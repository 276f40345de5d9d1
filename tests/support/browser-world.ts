/** What browser tests know of the world around the browser: the post, and the database behind the server. */
import { expect } from "@playwright/test";
import pg from "pg";
import { codeIn, holdsCode, holdsLink, type Letter, lettersIn, linkIn } from "./letters";

let pool: pg.Pool | undefined;

/** Runs `sql` in the server's database: to let time pass by moving moments, or to look at what nobody can see. */
export async function rows<Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]> {
  pool ??= new pg.Pool({ connectionString: process.env.POSTGRES_URL, max: 2, allowExitOnIdle: true });
  return (await pool.query<Row>(sql, values)).rows;
}

/** Every letter that the mail server took (to `address`), newest first. */
export function letters(address?: string): Letter[] {
  return lettersIn(String(process.env.TWOSTEP_LETTERS), address);
}

/** Waits for the post: the newest letter to `address` of those that are `wanted`, once there are at least `count`. */
export async function letterTo(
  address: string,
  count = 1,
  wanted: (letter: Letter) => boolean = () => true,
): Promise<Letter> {
  const found = () => letters(address).filter(wanted);
  await expect
    .poll(() => found().length, { message: `letters to ${address}`, timeout: 15_000, intervals: [50] })
    .toBeGreaterThanOrEqual(count);
  return found()[0] as Letter;
}

/** The newest security code sent to `address`, once there are at least `count`; notices in between have none. */
export async function codeFor(address: string, count = 1): Promise<string> {
  return codeIn(await letterTo(address, count, holdsCode));
}

/** The newest link with a token sent to `address`; codes in between have none. */
export async function linkFor(address: string): Promise<string> {
  return linkIn(await letterTo(address, 1, holdsLink)).href;
}
