/** What browser tests know of the world around the browser: the post, and the database behind the server. */
import { expect } from "@playwright/test";
import pg from "pg";
import { codeIn, holdsCode, type Letter, lettersIn, linkIn } from "./letters";

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

/** Waits for the post: the newest letter to `address` once there are at least `count`. */
export async function letterTo(address: string, count = 1): Promise<Letter> {
  await expect
    .poll(() => letters(address).length, { message: `letters to ${address}`, timeout: 15_000 })
    .toBeGreaterThanOrEqual(count);
  return letters(address)[0] as Letter;
}

/** The newest security code sent to `address`, once there are at least `count`; notices in between have none. */
export async function codeFor(address: string, count = 1): Promise<string> {
  const withCode = () => letters(address).filter(holdsCode);
  await expect
    .poll(() => withCode().length, { message: `codes to ${address}`, timeout: 15_000 })
    .toBeGreaterThanOrEqual(count);
  return codeIn(withCode()[0] as Letter);
}

/** The link with a token in the newest letter to `address`, once there are at least `count`. */
export async function linkFor(address: string, count = 1): Promise<string> {
  return linkIn(await letterTo(address, count)).href;
}
