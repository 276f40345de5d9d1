import type { InvalidForm, RefusedForm } from "@/components/form-state";
import type { FieldRefusal } from "@/lib/organisations/user-change";
import { invalidField, refusedForm } from "@/lib/web/read-form";
import type { Words } from "@/lib/words/words";

/** Says what stands against a user, at its field if it has one; `notFresh` is the page's sentence for an old proof. */
export function refusedField(
  form: FormData,
  refusal: FieldRefusal | { code: "email-taken" },
  { users }: Words,
  notFresh: string,
): InvalidForm | RefusedForm {
  const words = users.form;
  switch (refusal.code) {
    case "email-taken":
      return invalidField(form, "email", words.emailTaken);
    case "role-not-yours-to-give":
      return invalidField(form, "role", words.roleNotYours);
    case "team-unknown":
      // Of the form and not of the field, which is not there any more where the last team is gone.
      return refusedForm(form, words.teamGone);
    case "team-missing":
      return invalidField(form, "teams", words.teamMissing);
    case "second-step-missing":
      return invalidField(form, refusal.field, words.ownStepMissing);
    case "proof-not-fresh":
      return refusedForm(form, notFresh);
  }
}
