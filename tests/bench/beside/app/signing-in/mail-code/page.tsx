import { goInBy } from "../../../sign-in-by";
import { passMailCode } from "../../../target-codes";
import { CodeForm } from "../code-form";

async function goIn(form: FormData): Promise<void> {
  "use server";
  await goInBy(passMailCode, form);
}

export default function Page() {
  return <CodeForm action={goIn} />;
}
