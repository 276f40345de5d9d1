/** The search for leaks finds what it looks for: a net with holes catches nothing and looks the same. */
import { expect, test } from "vitest";
import { leaksIn } from "../support/leaks";

const code = [{ what: "a code", value: "482913" }];

test.each(["482913", "(jane,482913,)", '{"code":"482913"}', "code=482913&next=/", "1482913 and 482913"])(
  "it is found in %s",
  (text) => expect(leaksIn(text, code)).toEqual(["a code"]),
);

test.each(["", "1482913", "4829130", "12:00:01.482913+00", "8f1c-482913-ab", "a482913"])(
  "it is not found in %s",
  (text) => expect(leaksIn(text, code)).toEqual([]),
);
