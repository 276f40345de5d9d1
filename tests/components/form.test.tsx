import { beforeEach, expect, test, vi } from "vitest";
import { Checkbox } from "@/components/checkbox";
import { CodeField } from "@/components/code-field";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import type { FormAction, FormState } from "@/components/form-state";
import { PasswordField } from "@/components/password-field";
import { RadioGroup } from "@/components/radio-group";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { render, screen, userEvent, waitFor } from "./page";

const words = { problem: "There is a problem", errorTitle: "Error: " };

const invalid: FormState = {
  status: "invalid",
  values: { address: "ada@example", role: "manager", method: "app", password: "secret", code: "12345" },
  errors: {
    address: "Enter an e-mail address like name@example.com.",
    code: "The security code has 6 digits.",
  },
};

function LoginForm({ action = async () => invalid, initial }: { action?: FormAction; initial?: FormState }) {
  return (
    <Form action={action} initial={initial} words={words}>
      <Field name="address" label="E-mail address" hint="The one you were added with." />
      <Select
        name="role"
        label="Role"
        options={["member", "manager"].map((value) => ({ value, text: value }))}
      />
      <RadioGroup
        name="method"
        label="Method"
        choices={["email", "app"].map((value) => ({ value, label: value }))}
      />
      <Checkbox name="remember" label="Remember me" defaultChecked />
      <PasswordField
        name="password"
        label="Password"
        autoComplete="current-password"
        words={{ show: "Show password", hide: "Hide password" }}
      />
      <CodeField name="code" label="Security code" />
      <SubmitButton>Log in</SubmitButton>
    </Form>
  );
}

/** Presses the button and waits for the server's answer. */
async function logIn() {
  const button = screen.getByRole("button", { name: "Log in" });
  await userEvent.click(button);
  await waitFor(() => expect(button).not.toHaveAttribute("aria-busy"));
}

beforeEach(() => {
  document.title = "Log in – Acme";
});

test("an invalid field names its error, after its hint", () => {
  render(<LoginForm initial={invalid} />);
  const field = screen.getByLabelText("E-mail address");
  expect(field).toBeInvalid();
  expect(field).toHaveAccessibleDescription(
    "The one you were added with. Enter an e-mail address like name@example.com.",
  );
  expect(screen.getByLabelText("Role")).toBeValid();
});

test("the error summary is focused and leads to each field", () => {
  render(<LoginForm initial={invalid} />);
  expect(screen.getByRole("alert")).toHaveFocus();
  for (const link of screen.getAllByRole("link")) {
    const target = document.querySelector(link.getAttribute("href") ?? "");
    expect(target).toHaveAccessibleDescription(expect.stringContaining(link.textContent ?? ""));
  }
});

test("the same mistake made twice is told twice", async () => {
  render(<LoginForm action={async () => ({ ...invalid })} />);
  await logIn();
  expect(screen.getByRole("alert")).toHaveFocus();
  screen.getByLabelText("E-mail address").focus();
  await logIn();
  expect(screen.getByRole("alert")).toHaveFocus();
});

test("what was typed stays, passwords and codes do not", async () => {
  render(<LoginForm />);
  await userEvent.click(screen.getByRole("checkbox", { name: "Remember me" }));
  await userEvent.type(screen.getByLabelText("Password"), "secret");
  await userEvent.type(screen.getByLabelText("Security code"), "12345");
  await logIn();

  expect(screen.getByLabelText("E-mail address")).toHaveValue("ada@example");
  expect(screen.getByLabelText("Role")).toHaveValue("manager");
  expect(screen.getByRole("radio", { name: "app" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Remember me" })).not.toBeChecked();
  expect(screen.getByLabelText("Password")).toHaveValue("");
  expect(screen.getByLabelText("Security code")).toHaveValue("");
});

test("the title says so while the form is in trouble, and no longer", async () => {
  const answers: FormState[] = [invalid, { status: "saved", message: "Saved." }];
  render(<LoginForm action={async () => answers.shift() ?? invalid} />);
  await logIn();
  expect(document.title).toBe("Error: Log in – Acme");
  await logIn();
  expect(document.title).toBe("Log in – Acme");
});

test("a refusal is one sentence for the whole form", () => {
  render(<LoginForm initial={{ status: "refused", values: {}, message: "The password is not right." }} />);
  expect(screen.getByRole("alert")).toHaveTextContent("There is a problemThe password is not right.");
  expect(screen.queryByRole("link")).toBeNull();
});

test("success is said in a status that was there before", async () => {
  render(<LoginForm action={async () => ({ status: "saved", message: "The user is saved." })} />);
  const status = screen.getByRole("status");
  expect(status).toBeEmptyDOMElement();
  await logIn();
  expect(status).toHaveTextContent("The user is saved.");
});

test("two presses are one sending", async () => {
  let answer: (state: FormState) => void = () => {};
  const action = vi.fn(() => new Promise<FormState>((resolve) => (answer = resolve)));
  render(<LoginForm action={action} />);
  await userEvent.dblClick(screen.getByRole("button", { name: "Log in" }));
  await userEvent.type(screen.getByLabelText("E-mail address"), "{Enter}");
  answer({ status: "saved", message: "Done." });
  await screen.findByText("Done.");
  expect(action).toHaveBeenCalledTimes(1);
});
