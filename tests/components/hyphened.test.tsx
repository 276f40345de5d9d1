import { expect, test } from "vitest";
import { PageHeader } from "@/components/page-header";
import { render, screen } from "./page";

test("E-mail is not broken at its hyphen, and the heading is called what it was called", () => {
  render(<PageHeader title="Resend E-mail confirmations" />);
  const heading = screen.getByRole("heading", { name: "Resend E-mail confirmations" });
  expect(heading).toHaveTextContent(/^Resend E-mail confirmations$/);
  expect(screen.getByText("E-mail")).toHaveClass("whitespace-nowrap");
});
