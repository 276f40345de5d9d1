/** Names that end with a full stop, as those of companies do, at the end of sentences. */
import { expect, test } from "vitest";
import { withoutIsolates } from "@/lib/words/isolated";
import { languages } from "@/lib/words/language";
import { wordsIn } from "@/lib/words/words";

test.each(languages)("a sentence in %s that ends with such a name ends once", (language) => {
  const { letters, login, users } = wordsIn(language);
  expect(login.byAuthenticator.description("Acme")).toMatch(/ Acme\.$/);
  expect(login.byAuthenticator.description("Acme B.V.")).toMatch(/ Acme B\.V\.$/);
  expect(withoutIsolates(login.byAuthenticator.description("אור Ltd."))).toMatch(/ אור Ltd\.$/);
  expect(letters.paper.notYouDo("Acme B.V.")).not.toContain("..");
  expect(users.form.changedMeanwhile(false, "", ["Acme Inc.", "Acme Ltd."])).toMatch(
    /: Acme Inc\.; Acme Ltd\.$/,
  );
});

test("such a name is never read as a pattern", () => {
  expect(wordsIn("en").settings.teams.added("$& Co.")).toBe("$& Co. is added.");
  expect(wordsIn("en").login.byAuthenticator.description("$& Co.")).toMatch(/ \$& Co\.$/);
});

test("in the midst of a sentence such a name keeps its full stop", () => {
  const { added } = wordsIn("en").letters.activation;
  expect(added("Acme", "Ada Archer Jr.")).toBe("Ada Archer Jr. added you to Acme.");
});
