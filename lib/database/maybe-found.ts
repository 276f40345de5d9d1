/** What a left join brings: a row, or nothing in each of its columns. */

type MaybeFound<Row> = { [Column in keyof Row]: Row[Column] | null };

/** Whether the join has found a row: its id cannot be missing. */
export function wasFound<Row extends { id: string }>(row: MaybeFound<Row>): row is Row {
  return row.id !== null;
}
