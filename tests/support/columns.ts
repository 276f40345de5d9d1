/** What two descriptions of the tables have to agree on, column by column. */
export type Column = {
  type: "string" | "number" | "boolean" | "Date" | "string[]" | "json";
  nullable: boolean;
  /** Whether the database fills it in when it is not given: a default, an identity, a generated column. */
  filledIn: boolean;
  /** The only texts that are allowed, in alphabetical order; none when every text is. */
  oneOf: string[];
};

/** Columns by `table.column`. */
export type Columns = Record<string, Column>;
