"use client";

import { ChevronDown } from "lucide-react";
import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, startingText, useField } from "./field-state";

type Option = { value: string; text: string };

type SelectProps = FieldWords & {
  options: Option[];
  /** Further options under headings of their own. */
  groups?: { heading: string; options: Option[] }[];
  defaultValue?: string;
};

/** A choice of one among many, in the browser's own list. */
export function Select({ options, groups = [], defaultValue, ...words }: SelectProps) {
  const field = useField(words);
  const chosen = startingText(field, defaultValue);
  return (
    <FieldFrame field={field} label={words.label} hint={words.hint}>
      {/* A new key for a new starting choice: React resets the form after an answer, but to a select's first one. */}
      <div className="relative">
        <select
          key={chosen}
          {...field.control}
          defaultValue={chosen}
          className={`${controlLook} appearance-none text-ellipsis pe-9`}
        >
          <Options options={options} />
          {groups.map((group) => (
            <optgroup key={group.heading} label={group.heading}>
              <Options options={group.options} />
            </optgroup>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-3 my-auto size-4 text-muted"
        />
      </div>
    </FieldFrame>
  );
}

function Options({ options }: { options: Option[] }) {
  return options.map(({ value, text }) => (
    <option key={value} value={value}>
      {text}
    </option>
  ));
}
