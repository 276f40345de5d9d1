"use client";

import { Form, type FormWords } from "@/components/form";
import { RadioGroup } from "@/components/radio-group";
import { SubmitButton } from "@/components/submit-button";
import { chooseMethodAction } from "./actions";

type Props = {
  choices: { value: string; label: string; hint: string }[];
  preselected: string | undefined;
  words: { form: FormWords; method: string; submit: string };
};

/** The choice of a method. Nothing is sent before Continue. */
export function ChooseMethodForm({ choices, preselected, words }: Props) {
  return (
    <Form action={chooseMethodAction} words={words.form}>
      <RadioGroup name="method" label={words.method} choices={choices} defaultValue={preselected} framed />
      <SubmitButton wide>{words.submit}</SubmitButton>
    </Form>
  );
}
