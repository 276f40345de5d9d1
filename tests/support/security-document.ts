/** Reads what docs/security.md names: the numbers of its contract, tests by their titles, files by their paths. */
import { existsSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export type ContractNumber = { what: string; said: string; constant: string; file: string };

/** The rows of the contract's tables: what, the number as said, the constant, its file. */
export function contract(text: string): ContractNumber[] {
  return rowsBelow(section(text, "The contract")).flatMap(
    ([what = "", said = "", constant = "", file = "", heldBy]) =>
      heldBy ? [{ what, said, constant: plain(constant), file: plain(file) }] : [],
  );
}

/** The tests named as `` `stories/session`: “group › title” ``; several of one file follow each other. */
export function testsIn(text: string): { file: string; title: string }[] {
  const kinds = "rules|stories|races|letters|mail|components|browser|house";
  const named = text.matchAll(new RegExp(`\`((?:${kinds})/[\\w-]+)\`:((?: “[^”]+”,?)+)`, "g"));
  return [...named].flatMap(([, name = "", titles = ""]) => {
    const ofComponents = `tests/${name}.test.tsx`;
    const file = existsSync(resolve(root, ofComponents)) ? ofComponents : `tests/${name}.test.ts`;
    return [...titles.matchAll(/“([^”]+)”/g)].map(([, title = ""]) => ({ file, title }));
  });
}

/** The paths named in backticks, but for those of tests with their titles. */
export function filesIn(text: string): string[] {
  const top = "app|components|docs|emails|lib|public|scripts|tests";
  const inFolders = new RegExp(`^(?:${top})/\\S+$`);
  const atTheTop = /^(?:proxy\.ts|instrumentation\.ts|next\.config\.mjs|[A-Z]+\.md|package\.json|\.[\w.-]+)$/;
  return [...text.matchAll(/`([^`\n]+)`(?!: “)/g)]
    .map(([, named = ""]) => named)
    .filter((named) => inFolders.test(named) || atTheTop.test(named));
}

/** The text below the heading that begins with `title`, up to the next of its rank. */
export function section(text: string, title: string): string {
  const [, ...parts] = text.split(/^## /m);
  const found = parts.find((part) => part.replace(/^\d+\. /, "").startsWith(title));
  if (!found) throw new Error(`There is no section "${title}" in the document`);
  return found;
}

/** The cells of every row of the tables in `text`, without their headings. */
export function rowsBelow(text: string): string[][] {
  const lines = text.split("\n");
  return lines
    .filter((line, index) => {
      const isRule = (other = "") => /^\|[-| ]+\|$/.test(other);
      return line.startsWith("|") && !isRule(line) && !isRule(lines[index + 1]);
    })
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

const plain = (cell: string) => cell.replaceAll("`", "");
