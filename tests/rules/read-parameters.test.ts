/** What stands in an address is read alike by a page, by the file that it offers, and by a form that sends it along. */
import { expect, test } from "vitest";
import { readEventFilter } from "@/lib/audit/event-view";
import { readView } from "@/lib/organisations/user-view";
import { parametersIn } from "@/lib/web/read-parameters";
import { FormOfThousands } from "../support/form-of-thousands";

test("a parameter that is repeated means its first value", () => {
  const address = new URLSearchParams("role=manager&role=member&result=failure&search=ada&result=success");
  const onPage = { role: ["manager", "member"], search: "ada", result: ["failure", "success"] };
  expect(readView(parametersIn(address))).toEqual(readView(onPage));
  expect(readEventFilter(parametersIn(address))).toEqual(readEventFilter(onPage));
  expect(readView(parametersIn(address)).filter.role).toBe("manager");
});

test("a file is no parameter", () => {
  const form = new FormData();
  form.append("search", new Blob(["not a text"]));
  form.append("role", "manager");
  expect(readView(parametersIn(form)).filter).toMatchObject({ search: "", role: "manager" });
});

test("thousands of parameters are gone through once, and not once for each of them", () => {
  const form = new FormOfThousands();
  expect(parametersIn(form)).toMatchObject({ "field-0": ["x"], "field-7999": ["x"] });
  expect(form.asked).toBe(0);
});
