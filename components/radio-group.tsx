"use client";

import { type Choice, ChoiceGroup } from "./choice-group";
import type { FieldWords } from "./field-state";

type RadioGroupProps = FieldWords & { choices: Choice[]; defaultValue?: string; framed?: boolean };

/** A choice of one among few, all of them in sight. */
export function RadioGroup({ defaultValue, ...rest }: RadioGroupProps) {
  return <ChoiceGroup {...rest} kind="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}
