/** Names from right to left in sentences from left to right. */
import { expect, test } from "vitest";
import { isolated, isolating, withoutIsolates } from "@/lib/words/isolated";
import { languages } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";

test.each(["עדה", "Ada עדה", "ليلى", "ﻟﻴﻠﻰ", "ߊߡߌ", "𐤀𐤁", "\u200Fada"])(
  "what runs from right to left, also in part, is isolated: %s",
  (name) => {
    expect(isolated(name)).toBe(`\u2068${name}\u2069`);
    expect(withoutIsolates(isolated(name))).toBe(name);
  },
);

test.each(["Ada Archer", "Zoë Ångström", "Надежда", "王小明", "अदिति", "ada@example.com", "2 → 3", ""])(
  "all else stays as it is: %j",
  (name) => expect(isolated(name)).toBe(name),
);

test("a sentence isolates each fact, alone or in a list, and nothing else of it is changed", () => {
  const words = isolating({
    title: "Users",
    deep: { steps: ["One", "Two"], moved: (who: string, to: string[]) => `${who} → ${to.join(", ")}` },
  });
  expect(words.title).toBe("Users");
  expect(words.deep.steps).toEqual(["One", "Two"]);
  expect(words.deep.moved("עדה", ["North", "צפון"])).toBe("\u2068עדה\u2069 → North, \u2068צפון\u2069");
});

test.each(languages)("pages isolate names in %s, and letters do not", (language) => {
  const { users, audit, letters } = wordsIn(language);
  expect(users.activity.by("עדה")).toContain("\u2068עדה\u2069");
  expect(audit.changed("עדה", "דבורה")).toBe("\u2068עדה\u2069 → \u2068דבורה\u2069");
  expect(letters.activation.subject("עדה")).not.toMatch(/[\u2066-\u2069]/);
});
