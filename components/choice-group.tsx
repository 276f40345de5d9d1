"use client";

import { tickLook } from "./control-look";
import { FieldError, FieldHint } from "./field-frame";
import { type FieldWords, startsChosen, useField } from "./field-state";

/** One radio or box of a group. */
export type Choice = { value: string; label: string; hint?: React.ReactNode };

type ChoiceGroupProps = FieldWords & {
  kind: "radio" | "checkbox";
  choices: Choice[];
  chosen: string[];
  /** Each choice in a frame of its own, for the few choices that a page is about. */
  framed?: boolean;
};

/** What {@link RadioGroup} and {@link CheckboxGroup} share. The first choice has the field's id: errors lead to it. */
export function ChoiceGroup({ kind, choices, chosen, framed, ...words }: ChoiceGroupProps) {
  const field = useField(words);
  const frame = framed
    ? "rounded-control border border-control/50 bg-surface p-4 shadow-lift transition-colors hover:border-control has-checked:border-accent has-checked:bg-accent-soft"
    : "py-1 pointer-coarse:py-2.5";
  return (
    <fieldset aria-describedby={field.control["aria-describedby"]} className="min-w-0">
      <legend className="text-sm font-medium">{words.label}</legend>
      <div className={`mt-1.5 grid ${framed ? "gap-2" : "gap-0.5"}`}>
        <FieldHint field={field} hint={words.hint} />
        <FieldError field={field} />
        {choices.map(({ value, label, hint }, place) => {
          const id = place === 0 ? field.id : `${field.id}-${place + 1}`;
          return (
            <label key={value} className={`flex gap-2.5 text-sm ${frame}`}>
              <input
                id={id}
                name={words.name}
                type={kind}
                value={value}
                defaultChecked={startsChosen(field, value, chosen.includes(value))}
                aria-labelledby={`${id}-label`}
                aria-describedby={hint ? `${id}-about` : undefined}
                aria-invalid={kind === "checkbox" && field.error ? true : undefined}
                className={tickLook}
              />
              <span className="grid min-w-0">
                <span id={`${id}-label`} className="font-medium">
                  {label}
                </span>
                {hint && (
                  <span id={`${id}-about`} className="text-muted">
                    {hint}
                  </span>
                )}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
