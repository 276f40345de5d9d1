"use client";

import { Form } from "@/components/form";
import { HiddenField } from "@/components/hidden-field";
import { LinkButton } from "@/components/link-button";
import { SubmitButton } from "@/components/submit-button";
import { switchOffAction } from "./switch-off-action";

type Props = {
  revision: number;
  backHref: string;
  words: { form: { problem: string; errorTitle: string }; confirm: string; cancel: string };
};

/** The answer to the question: off, or left on. */
export function SwitchOffForm({ revision, backHref, words }: Props) {
  return (
    <Form action={switchOffAction} words={words.form}>
      <HiddenField name="revision" value={String(revision)} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="danger">{words.confirm}</SubmitButton>
        <LinkButton href={backHref}>{words.cancel}</LinkButton>
      </div>
    </Form>
  );
}
