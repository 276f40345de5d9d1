"use server";

import type { FormState } from "@/components/form-state";
import { notInProduction } from "@/lib/web/not-in-production";
import { sampleStates } from "./sample-states";

/** Answers as the pressed button asks, after a moment in which the form can be seen waiting. */
export async function sampleAction(_: FormState, form: FormData): Promise<FormState> {
  notInProduction();
  await new Promise((done) => setTimeout(done, 1500));
  const asked = sampleStates[String(form.get("answer"))] ?? sampleStates.saved;
  const values = {
    name: String(form.get("name") ?? ""),
    address: String(form.get("address") ?? ""),
    role: String(form.get("role") ?? ""),
    reason: String(form.get("reason") ?? ""),
    activation: form.getAll("activation").map(String),
    method: String(form.get("method") ?? ""),
    teams: form.getAll("teams").map(String),
  };
  return "values" in asked ? { ...asked, values } : asked;
}
