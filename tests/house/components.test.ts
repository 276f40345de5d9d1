/** The page of components shows all of them: what is not looked at there goes wrong unseen. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => join(folder, file));

/** The names of the components that `file` is made of. */
const usedBy = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/from "(?:@\/components|\.)\/([\w-]+)"/g)].map(
    ([, name]) => name ?? "",
  );

/** They draw nothing. */
const unseen = [
  "began-fields",
  "form-owner",
  "hidden-field",
  "not-from-memory",
  "refresh-when-shown",
  "said-on-arrival",
  "whose-password",
];

test("every component is shown at /dev/ui, by itself or as a part of another", () => {
  const components = filesIn("components").map((file) => file.slice("components/".length, -".tsx".length));
  const shown = new Set<string>();
  const show = (file: string) => {
    for (const name of usedBy(file)) {
      if (shown.has(name) || !components.includes(name)) continue;
      shown.add(name);
      show(`components/${name}.tsx`);
    }
  };
  filesIn("app/dev/ui").forEach(show);
  expect(components.filter((name) => !shown.has(name) && !unseen.includes(name))).toEqual([]);
});

test("no form tells whose password it asks for in a field that password stores pass over", () => {
  const hidden = /<input type="hidden"[^>]*autoComplete=/;
  const passedOver = [...filesIn("app"), ...filesIn("components")].filter((file) =>
    hidden.test(readFileSync(file, "utf8")),
  );
  expect(passedOver).toEqual([]);
});

test("every link of the frame shows that it is on its way: none but PageLink is made of Next's", () => {
  const made = ["app", "components"].flatMap(filesIn).filter((file) => {
    return readFileSync(file, "utf8").includes('from "next/link"');
  });
  expect(made).toEqual(["components/page-link.tsx"]);
});
