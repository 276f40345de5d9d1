import { goInBy } from "../../../sign-in-by";
import { passTotp } from "../../../target-codes";
import { CodeForm } from "../code-form";

async function goIn(form: FormData): Promise<void> {
  "use server";
  await goInBy(passTotp, form);
}

export default function Page() {
  return <CodeForm action={goIn} />;
}
