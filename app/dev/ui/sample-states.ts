import type { FormState } from "@/components/form-state";

const typed = {
  name: "Ada",
  address: "ada@example",
  role: "manager",
  reason: "Lost phone",
  activation: ["on"],
  method: "",
  teams: ["north"],
};

/** The sample form in each of its states, by the name that stands in the address. */
export const sampleStates = {
  idle: { status: "idle" },
  invalid: {
    status: "invalid",
    values: typed,
    errors: {
      address: "Enter an e-mail address like name@example.com.",
      password: "The password must have at least 15 characters.",
      code: "The security code has 6 digits. You entered 5.",
      method: "Choose how you prove that it is you.",
      activation: "Tick the box to send the activation e-mail.",
    },
  },
  refused: {
    status: "refused",
    values: typed,
    message: "Someone else changed this user at 14:30. Check and save again.",
  },
  saved: { status: "saved", message: "The user is saved." },
} satisfies Record<string, FormState> as Record<string, FormState> & { saved: FormState; idle: FormState };
