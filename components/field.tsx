"use client";

import { controlLook } from "./control-look";
import { FieldFrame } from "./field-frame";
import { type FieldWords, startingText, useField } from "./field-state";

type FieldProps = FieldWords &
  Omit<
    React.ComponentProps<"input">,
    "name" | "id" | "className" | "type" | "value" | "defaultValue" | "autoFocus"
  > & {
    /** A password has a field of its own: see {@link PasswordField}. */
    type?: "text" | "email" | "search" | "date";
    defaultValue?: string;
  };

/** One line of text with its label, hint and error. */
export function Field(props: FieldProps) {
  const { name, label, hint, startsFocused, toldBy, type = "text", defaultValue, ...rest } = props;
  const field = useField({ name, label, hint, startsFocused, toldBy });
  return (
    <FieldFrame field={field} label={label} hint={hint}>
      <input
        {...rest}
        {...field.control}
        type={type}
        // Of a name from right to left that is longer than the field, the beginning would be out of sight.
        dir={type === "text" || type === "search" ? "auto" : undefined}
        defaultValue={startingText(field, defaultValue)}
        className={controlLook}
      />
    </FieldFrame>
  );
}
