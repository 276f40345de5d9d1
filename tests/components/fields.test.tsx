import { expect, test } from "vitest";
import { CodeField } from "@/components/code-field";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { PasswordField } from "@/components/password-field";
import { RadioGroup } from "@/components/radio-group";
import { WhosePassword } from "@/components/whose-password";
import { render, screen, userEvent, waitFor } from "./page";

test("a code field takes what a person pastes: text, digits keyboard, no limit", () => {
  render(<CodeField name="code" label="Security code" />);
  const field = screen.getByLabelText("Security code");
  expect(field).toHaveAttribute("type", "text");
  expect(field).toHaveAttribute("inputmode", "numeric");
  expect(field).toHaveAttribute("autocomplete", "one-time-code");
  expect(field).not.toHaveAttribute("maxlength");
});

test("Paste code fills the field and leaves sending to the person", async () => {
  const user = userEvent.setup();
  await navigator.clipboard.writeText(" 482 913\n");
  render(<CodeField name="code" label="Security code" paste="Paste code" />);
  await user.click(screen.getByRole("button", { name: "Paste code" }));
  await waitFor(() => expect(screen.getByLabelText("Security code")).toHaveFocus());
  expect(screen.getByLabelText("Security code")).toHaveValue("482 913");
});

test("a password can be looked at, and hidden again", async () => {
  const words = { show: "Show password", hide: "Hide password" };
  render(<PasswordField name="password" label="Password" autoComplete="new-password" words={words} />);
  const field = screen.getByLabelText("Password");
  await userEvent.click(screen.getByRole("button", { name: "Show password" }));
  expect(field).toHaveAttribute("type", "text");
  await userEvent.click(screen.getByRole("button", { name: "Hide password" }));
  expect(field).toHaveAttribute("type", "password");
});

test("a password store learns whose password it is from text that nobody sees and no form sends", () => {
  const { container } = render(
    <form>
      <WhosePassword email="ada@acme.example" />
    </form>,
  );
  const field = container.querySelector("input[autocomplete=username]");
  // It passes over a field of the type "hidden".
  expect(field).toHaveAttribute("type", "text");
  expect(field).toHaveValue("ada@acme.example");
  expect(field).not.toBeVisible();
  expect(container.querySelector("form")).toHaveFormValues({});
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("Tab goes to a field before it goes to what helps with it", async () => {
  const user = userEvent.setup();
  const words = { show: "Show password", hide: "Hide password" };
  render(
    <>
      <Field name="address" label="E-mail address" />
      <PasswordField name="password" label="Password" autoComplete="current-password" words={words} />
      <CodeField name="code" label="Security code" paste="Paste code" />
    </>,
  );
  for (const label of ["E-mail address", "Password", "Show password", "Security code", "Paste code"]) {
    await user.tab();
    expect(document.activeElement).toHaveAccessibleName(label);
  }
});

test("a choice is named by its label and described by its hint", () => {
  const choices = [
    { value: "email", label: "E-mail", hint: "We send a security code" },
    { value: "app", label: "Google Authenticator" },
  ];
  render(<RadioGroup name="method" label="Method" choices={choices} defaultValue="app" />);
  expect(screen.getByRole("group", { name: "Method" })).toBeVisible();
  expect(screen.getByRole("radio", { name: "E-mail" })).toHaveAccessibleDescription(
    "We send a security code",
  );
  expect(screen.getByRole("radio", { name: "Google Authenticator" })).toBeChecked();
});

test("the forms of one page do not share ids", () => {
  const words = {
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
  };
  const form = (id: string) => (
    <Form id={id} action={async (state) => state} words={words}>
      <CodeField name="code" label={id} />
    </Form>
  );
  render(
    <>
      {form("one")}
      {form("other")}
    </>,
  );
  expect(screen.getByLabelText("one").id).not.toBe(screen.getByLabelText("other").id);
});
