"use client";

import { type Choice, ChoiceGroup } from "./choice-group";
import type { FieldWords } from "./field-state";

type CheckboxGroupProps = FieldWords & { choices: Choice[]; defaultValue?: string[]; framed?: boolean };

/** A choice of any among few; the chosen values are sent under one name. */
export function CheckboxGroup({ defaultValue = [], ...rest }: CheckboxGroupProps) {
  return <ChoiceGroup {...rest} kind="checkbox" chosen={defaultValue} />;
}
