import { beforeEach, expect, test, vi } from "vitest";
import { Checkbox } from "@/components/checkbox";
import { CodeField } from "@/components/code-field";
import { Field } from "@/components/field";
import { Form } from "@/components/form";
import { FormOwner, OwnerField } from "@/components/form-owner";
import type { FormAction, FormState } from "@/components/form-state";
import { orLostOnTheWay } from "@/components/lost-on-the-way";
import { PasswordField } from "@/components/password-field";
import { RadioGroup } from "@/components/radio-group";
import { Select } from "@/components/select";
import { SubmitButton } from "@/components/submit-button";
import { render, screen, userEvent, waitFor } from "./page";

const words = {
  problem: "There is a problem",
  errorTitle: "Error: ",
  noConnection: "There was no connection. Send it again when you are connected.",
  outdated: "This page was updated while it was open: nothing was sent.",
  busy: "Too much is going on just now: nothing was sent.",
  noAnswer: "The server gave no answer.",
  behind: {
    "logged-out": { text: "Your session has ended.", way: "Log in (opens in a new tab)" },
    "proof-due": { text: "A second step is needed now.", way: "Confirm that it is you" },
  },
};

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

test("a form that finds no connection says so, and what was typed stays", async () => {
  render(<LoginForm action={() => Promise.reject(new TypeError("Failed to fetch"))} />);
  await userEvent.type(screen.getByLabelText("E-mail address"), "ada@example.com");
  await userEvent.selectOptions(screen.getByLabelText("Role"), "manager");
  await userEvent.click(screen.getByRole("radio", { name: "app" }));
  await userEvent.click(screen.getByRole("checkbox", { name: "Remember me" }));
  await userEvent.type(screen.getByLabelText("Password"), "secret");
  await logIn();

  expect(screen.getByRole("alert")).toHaveFocus();
  expect(screen.getByRole("alert")).toHaveTextContent(words.noConnection);
  expect(screen.getByLabelText("E-mail address")).toHaveValue("ada@example.com");
  expect(screen.getByLabelText("Role")).toHaveValue("manager");
  expect(screen.getByRole("radio", { name: "app" })).toBeChecked();
  expect(screen.getByRole("checkbox", { name: "Remember me" })).not.toBeChecked();
  expect(screen.getByLabelText("Password")).toHaveValue("");
});

test("whatever else an action throws is not taken for a lost connection", async () => {
  for (const thrown of [
    new Error("A fault"),
    Object.assign(new TypeError("A way out of the page"), { digest: "NEXT_REDIRECT;push;/;307;" }),
  ]) {
    const sending = orLostOnTheWay(() => Promise.reject(thrown), { current: null }, words);
    await expect(sending({ status: "idle" }, new FormData())).rejects.toBe(thrown);
  }
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

test("a code that is typed while the answer is under way stays; the one that was sent does not", async () => {
  let answer: (state: FormState) => void = () => {};
  const action = vi.fn(() => new Promise<FormState>((resolve) => (answer = resolve)));
  render(<LoginForm action={action} />);
  const field = screen.getByLabelText("Security code");
  await userEvent.type(field, "111111");
  await userEvent.click(screen.getByRole("button", { name: "Log in" }));
  await userEvent.clear(field);
  await userEvent.type(field, "482913");
  answer({ status: "saved", message: "We sent a new code." });
  await screen.findByText("We sent a new code.");
  expect(field).toHaveValue("482913");
  await userEvent.click(screen.getByRole("button", { name: "Log in" }));
  answer(invalid);
  await screen.findByRole("alert");
  expect(field).toHaveValue("");
});

test("another button that is pressed while the first is under way is answered after it", async () => {
  const answers: ((state: FormState) => void)[] = [];
  const action = vi.fn(
    (_: FormState, form: FormData) =>
      new Promise<FormState>((resolve) => {
        const message = `${form.get("intent")}: ${form.get("code")}`;
        answers.push(() => resolve({ status: "saved", message }));
      }),
  );
  render(
    <Form action={action} words={words}>
      <CodeField name="code" label="Security code" />
      <SubmitButton>Log in</SubmitButton>
      <SubmitButton name="intent" value="resend">
        Resend code
      </SubmitButton>
    </Form>,
  );
  const [logIn, resend] = [/Log in/, /Resend/].map((name) => screen.getByRole("button", { name }));
  if (!logIn || !resend) throw new Error("A button is missing");
  await userEvent.click(resend);
  expect([logIn, resend].map((button) => button.ariaBusy)).toEqual([null, "true"]);
  await userEvent.type(screen.getByLabelText("Security code"), "482913");
  await userEvent.dblClick(logIn);
  answers[0]?.({ status: "idle" });
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.({ status: "idle" });
  await screen.findByText("null: 482913");
  expect(action).toHaveBeenCalledTimes(2);
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

test("what a form opens with is gone once it has an answer of its own", async () => {
  const refused: FormState = { status: "refused", values: {}, message: "We could not send the e-mail." };
  render(
    <Form action={async () => refused} opening={<p>We could not send the e-mail.</p>} words={words}>
      <SubmitButton>Log in</SubmitButton>
    </Form>,
  );
  expect(screen.getByText("We could not send the e-mail.")).toBeVisible();
  await logIn();
  expect(screen.getAllByText("We could not send the e-mail.")).toHaveLength(1);
  expect(screen.getByRole("alert")).toHaveTextContent("We could not send the e-mail.");
});

test.each(["logged-out", "proof-due"] as const)(
  "a form that is left behind (%s) comes back as it was typed, without secrets, and with the way on",
  async (status) => {
    render(<LoginForm action={async () => ({ status, way: "/login?next=%2F" })} />);
    await userEvent.type(screen.getByLabelText("E-mail address"), "ada@example.com");
    await userEvent.type(screen.getByLabelText("Password"), "quite a long secret");
    await userEvent.click(screen.getByLabelText("Remember me"));
    await logIn();
    expect(await screen.findByRole("alert")).toHaveTextContent(words.behind[status].text);
    const way = screen.getByRole("link", { name: words.behind[status].way });
    expect(way).toHaveAttribute("href", "/login?next=%2F");
    expect(way).toHaveAttribute("target", "_blank");
    expect(screen.getByLabelText("E-mail address")).toHaveValue("ada@example.com");
    expect(screen.getByLabelText("Password")).toHaveValue("");
    expect(screen.getByLabelText("Remember me")).not.toBeChecked();
  },
);

test("a form that is one person's tells whose it is", () => {
  const { container } = render(
    <FormOwner id="ada">
      <OwnerField />
    </FormOwner>,
  );
  expect(container.querySelector("input[name=whose]")).toHaveValue("ada");
});
