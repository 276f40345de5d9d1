"use client";

/** How a form tells its fields what was typed and what is wrong with it. */
import { createContext, useContext } from "react";
import type { FormState } from "./form-state";

/** The form around a field: its `id` sets its fields apart from those of other forms on the page. */
export const FormContext = createContext<{ id?: string; state: FormState }>({ state: { status: "idle" } });

/** The `id` of a field's control, where the error summary leads. */
export function fieldId(formId: string | undefined, name: string): string {
  return formId ? `${formId}-${name}` : name;
}

/** What every kind of field takes. */
export type FieldWords = {
  name: string;
  label: string;
  /** Said before the field, and read out with it. */
  hint?: React.ReactNode;
  /** The one field that the page is about: typing can begin as soon as the page is there. */
  startsFocused?: boolean;
  /** The id of what the page says above its form: the focus goes past it, so it is read out with the field. */
  toldBy?: string;
};

export type FieldState = {
  id: string;
  hintId: string;
  errorId: string;
  error?: string;
  /** What was typed before the form came back, if it came back. */
  typed?: string | string[];
  /** Whether the form came back, so that an unticked box is known from an untouched one. */
  cameBack: boolean;
  /** The attributes that tie the control to its words. */
  control: { id: string; name: string; "aria-describedby"?: string; "aria-invalid"?: true; autoFocus?: true };
};

/** The state of the field called `name` in the form around it. */
export function useField({ name, hint, startsFocused, toldBy }: FieldWords): FieldState {
  const form = useContext(FormContext);
  const id = fieldId(form.id, name);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const error = form.state.status === "invalid" ? form.state.errors[name] : undefined;
  const cameBack = form.state.status === "invalid" || form.state.status === "refused";
  const describedBy = [toldBy, hint && hintId, error && errorId].filter(Boolean).join(" ");
  return {
    id,
    hintId,
    errorId,
    error,
    cameBack,
    typed: "values" in form.state ? form.state.values[name] : undefined,
    control: {
      id,
      name,
      "aria-describedby": describedBy || undefined,
      "aria-invalid": error ? true : undefined,
      // A form that came back has its error summary focused.
      autoFocus: (startsFocused && form.state.status === "idle") || undefined,
    },
  };
}

/** What a text-like control starts with: what was typed, else what the page says. */
export function startingText(field: FieldState, fallback?: string): string | undefined {
  return typeof field.typed === "string" ? field.typed : fallback;
}

/** Whether the box or radio for `value` starts chosen: as it was sent, else as the page says. */
export function startsChosen(field: FieldState, value: string, fallback: boolean | undefined): boolean {
  if (!field.cameBack) return fallback ?? false;
  return [field.typed ?? []].flat().includes(value);
}
