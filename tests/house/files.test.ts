/** The tree is the table of contents: names say what is inside, and the first sentence what it promises. */
import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const files = globSync("{app,components,emails,lib,scripts,tests}/**/*.{ts,tsx,mjs}", {
  cwd: root,
  // The bench brings packages of its own, and Next writes a file beside them.
  exclude: ["**/node_modules", "**/.next", "**/next-env.d.ts"],
}).sort();

const nameOf = (file: string) => basename(file).replace(/(\.test)?\.\w+$/, "");

test("there are files to look at", () => {
  expect(files.length).toBeGreaterThan(100);
});

test("every file of lib opens with what it promises", () => {
  const silent = files.filter((file) => file.startsWith("lib/") && !read(file).startsWith("/**"));
  expect(silent).toEqual([]);
});

test("names are kebab-case", () => {
  expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(nameOf(file)))).toEqual([]);
});

test("no name is a drawer for what has no place", () => {
  const drawers = new Set(
    "utils util helpers helper common shared misc service manager handler types constants index".split(" "),
  );
  expect(files.filter((file) => drawers.has(nameOf(file)))).toEqual([]);
});

test("nothing is left for later", () => {
  // Taken apart, so that this file does not find itself.
  const marks = /\b(TO[D]O|FIX[M]E|XX[X])\b/;
  expect(files.filter((file) => marks.test(read(file)))).toEqual([]);
});

test("a document that is referred to is there", () => {
  // The bench writes documents, and the links between them.
  const readers = files.filter((file) => !file.startsWith("tests/bench/"));
  const missing = readers.flatMap((file) =>
    [...read(file).matchAll(/[\w./-]+\.md\b/g)]
      .map(([document]) => document)
      .filter((document) => !existsSync(resolve(root, document)))
      .map((document) => `${file}: ${document}`),
  );
  expect(missing).toEqual([]);
});

test("what letters are made of is imported by no name that a folder has, too: their preview would complain of each", () => {
  const ambiguous = files
    .filter((file) => /^(emails|lib\/words)\//.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(/from "(?:@\/|(\.))([\w./-]+)"/g)]
        .map(([, here, path]) =>
          here ? resolve(root, dirname(file), here + path) : resolve(root, String(path)),
        )
        .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
        .map((path) => `${file}: ${path}`),
    );
  expect(ambiguous).toEqual([]);
});

test.each(["two-factor", "organisations"])(
  "the README of %s names each of its files, and no other",
  (context) => {
    const rows = read(join("lib", context, "README.md")).match(/^\|.*\|$/gm) ?? [];
    const named = [...rows.join("\n").matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
    const there = files
      .filter((file) => file.startsWith(`lib/${context}/`))
      .map(nameOf)
      .sort();
    // Those that ask the database are named together.
    expect(named.sort()).toEqual(there.filter((name) => !name.endsWith("queries")));
  },
);

function read(file: string): string {
  return readFileSync(resolve(root, file), "utf8");
}
