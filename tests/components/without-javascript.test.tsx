import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CodeField } from "@/components/code-field";
import { CopyButton } from "@/components/copy-button";
import { Countdown } from "@/components/countdown";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { PrintButton } from "@/components/print-button";
import { render, screen } from "./page";

const words = { copied: "Copied", failed: "Not copied" };
const show = { show: "Show password", hide: "Hide password" };

const comforts = (
  <>
    <CopyButton text="JBSW" words={words}>
      Copy setup key
    </CopyButton>
    <PrintButton>Print</PrintButton>
    <CodeField name="code" label="Security code" paste="Paste code" />
    <PasswordField name="password" label="Password" autoComplete="new-password" words={show} />
  </>
);

test("no button is sent that only JavaScript could answer", () => {
  document.body.innerHTML = renderToStaticMarkup(comforts);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByLabelText("Security code")).toBeVisible();
});

test("with JavaScript the same buttons are there", () => {
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: { readText: async () => "" } });
  render(comforts);
  for (const name of ["Copy setup key", "Print", "Paste code", "Show password"]) {
    expect(screen.getByRole("button", { name })).toBeVisible();
  }
});

test("a form that came back says what is wrong in the page that the server sends", () => {
  document.body.innerHTML = renderToStaticMarkup(
    <Form
      action={async (state) => state}
      initial={{ status: "invalid", values: { name: "Ada" }, errors: { name: "Enter your whole name." } }}
      words={{
        problem: "There is a problem",
        errorTitle: "Error: ",
        noConnection: "There is no connection.",
        outdated: "The page is outdated.",
        busy: "There is too much to do.",
        noAnswer: "There is no answer.",
        behind: {
          "logged-out": { text: "Nobody is logged in.", way: "Log in" },
          "proof-due": { text: "A second step is needed now.", way: "Confirm that it is you" },
        },
      }}
    >
      <Field name="name" label="Name" />
    </Form>,
  );
  expect(screen.getByRole("alert")).toHaveTextContent("Enter your whole name.");
  expect(screen.getByRole("alert")).toHaveAttribute("autofocus");
  expect(screen.getByLabelText("Name")).toHaveValue("Ada");
  expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("Enter your whole name.");
});

test("a countdown is a sentence that stays true", () => {
  document.body.innerHTML = renderToStaticMarkup(
    <Countdown
      expiresAt="2026-05-03T12:01:30Z"
      serverNow="2026-05-03T12:00:00Z"
      words={{ other: "# seconds left", runOut: "Run out." }}
    >
      It works until 12:01:30.
    </Countdown>,
  );
  expect(screen.getByRole("timer")).toHaveTextContent("It works until 12:01:30.");
});
