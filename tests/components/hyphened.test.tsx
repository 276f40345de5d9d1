import { expect, test } from "vitest";
import { Notice } from "@/components/notice";
import { PageHeader } from "@/components/page-header";
import { render, screen } from "./page";

test.each([
  ["Resend E-mail confirmations", ["E-mail"]],
  ["Switch two-factor login off?", ["two-factor"]],
  ["Any app with 6-digit codes, by e-mail", ["6-digit", "e-mail"]],
  ["Zwei-Faktor-Anmeldung: E-Mail", ["E-Mail"]],
])(
  "a short beginning is not broken from its word, and the heading is called what it was called: %s",
  (title, kept) => {
    render(<PageHeader title={title} />);
    const heading = screen.getByRole("heading", { name: title });
    expect(heading.textContent).toBe(title);
    expect([...heading.querySelectorAll(".whitespace-nowrap")].map((word) => word.textContent)).toEqual(kept);
  },
);

test("nor is it in what a heading is about", () => {
  render(<PageHeader title="Link" description="Copy the address out of the e-mail." />);
  expect(screen.getByText("e-mail")).toHaveClass("whitespace-nowrap");
});

test("nor is it in a sentence of a notice, and what is no text stays as it is", () => {
  render(
    <Notice>
      <em>An e-mail</em>
    </Notice>,
  );
  expect(screen.getByText("An e-mail")).toBeVisible();
  render(<Notice>If that address belongs to an account, an e-mail with a link is on its way.</Notice>);
  expect(screen.getByText("e-mail")).toHaveClass("whitespace-nowrap");
});
