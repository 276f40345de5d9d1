"use client";

import { tickLook } from "./control-look";
import { FieldError, FieldHint } from "./field-frame";
import { type FieldWords, startsChosen, useField } from "./field-state";

type CheckboxProps = FieldWords & { defaultChecked?: boolean };

/** One box to tick: yes or no. */
export function Checkbox({ defaultChecked, ...words }: CheckboxProps) {
  const field = useField(words);
  return (
    <div className="grid gap-1">
      <FieldError field={field} />
      <label className="-my-1 flex gap-2.5 py-1 text-sm font-medium pointer-coarse:py-2.5">
        <input
          {...field.control}
          type="checkbox"
          defaultChecked={startsChosen(field, "on", defaultChecked)}
          className={tickLook}
        />
        {words.label}
      </label>
      <div className="ps-7">
        <FieldHint field={field} hint={words.hint} />
      </div>
    </div>
  );
}
