/** The doors that the files under app/ open, with the code behind each, for comparing them with the table in doors.ts. */
import { globSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export type FoundDoor = { door: string; file: string; code: string };

const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
const read = (file: string) => readFileSync(resolve(root, file), "utf8");

/** The path that Next serves `file` at: folders in brackets are for the reader. */
function pathOf(file: string): string {
  const folders = dirname(file).split("/").slice(1);
  return `/${folders.filter((folder) => !folder.startsWith("(")).join("/")}`;
}

export function pagesOfFiles(): FoundDoor[] {
  return files("app/**/page.tsx").map((file) => ({ door: pathOf(file), file, code: read(file) }));
}

/** One for each method that a route answers. */
export function routesOfFiles(): FoundDoor[] {
  // A folder with a dot in front is not in "**".
  return files("app/{**,.well-known/**}/route.ts").flatMap((file) => {
    const code = read(file);
    const methods = code.matchAll(
      /^export (?:(?:async )?function |const \{? ?)(GET|POST|PUT|PATCH|DELETE|HEAD)\b/gm,
    );
    return [...methods].map(([, method]) => ({ door: `${method} ${pathOf(file)}`, file, code }));
  });
}

/** One for each function that a "use server" file exports: the browser can call every one of them. */
export function actionsOfFiles(): FoundDoor[] {
  return filesWithActions().flatMap((file) => {
    const [, ...exported] = read(file).split(/^export async function /m);
    return exported.map((code) => ({
      door: `${pathOf(file)} ${/^\w+/.exec(code)?.[0]}`,
      file,
      code: bodyOf(code),
    }));
  });
}

/** The files that begin with "use server". */
export function filesWithActions(): string[] {
  return files("{app,components,lib}/**/*.{ts,tsx}").filter((file) => /^\s*"use server"/.test(read(file)));
}

/** The files that hold "use server" anywhere else, or export from such a file what is not written as a function. */
export function strayActions(): string[] {
  const inside = files("{app,components,lib}/**/*.{ts,tsx}").filter((file) =>
    /[^;\s]\s*"use server"/.test(read(file)),
  );
  const otherwise = filesWithActions().filter((file) =>
    /^export (?!async function |type )/m.test(read(file)),
  );
  return [...inside, ...otherwise];
}

function bodyOf(code: string): string {
  return code.slice(code.indexOf("{\n") + 1, code.indexOf("\n}\n"));
}
