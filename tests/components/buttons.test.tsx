import { expect, test } from "vitest";
import { CopyButton } from "@/components/copy-button";
import { SubmitButton } from "@/components/submit-button";
import { render, screen, userEvent } from "./page";

const forever = () => new Promise<void>(() => {});

test("buttons keep their text while pending and are never disabled", async () => {
  render(
    <form action={forever}>
      <SubmitButton>Save</SubmitButton>
    </form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  const button = screen.getByRole("button", { name: "Save" });
  expect(button).toHaveAttribute("aria-busy", "true");
  expect(button).toBeEnabled();
  expect(button).toHaveFocus();
});

test("of two buttons only the pressed one is busy", async () => {
  render(
    <form action={forever}>
      <SubmitButton name="step" value="save">
        Save
      </SubmitButton>
      <SubmitButton name="step" value="send">
        Send
      </SubmitButton>
    </form>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Send" }));
  expect(screen.getByRole("button", { name: "Send" })).toHaveAttribute("aria-busy", "true");
  expect(screen.getByRole("button", { name: "Save" })).not.toHaveAttribute("aria-busy");
});

test("copying says that it worked, or what to do where the browser refuses", async () => {
  const user = userEvent.setup();
  const words = { copied: "Copied", failed: "Select the text and copy it." };
  render(
    <CopyButton text="JBSW Y3DP" words={words}>
      Copy setup key
    </CopyButton>,
  );
  await user.click(screen.getByRole("button", { name: "Copy setup key" }));
  await screen.findByText("Copied");
  expect(await navigator.clipboard.readText()).toBe("JBSW Y3DP");

  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  await user.click(screen.getByRole("button", { name: "Copy setup key" }));
  expect(await screen.findByText("Select the text and copy it.")).toHaveRole("status");
});
