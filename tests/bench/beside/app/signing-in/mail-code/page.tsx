import { goInBy } from "../../../sign-in-by";
import { passMailCode } from "../../../target-codes";

async function goIn(form: FormData): Promise<void> {
  "use server";
  await goInBy(passMailCode, form);
}

/** A form whose action does what the target does with a code, and signs in by NextAuth. */
export default function Page() {
  return (
    <form action={goIn}>
      <input name="code" aria-label="Code" />
      <button type="submit">Go in</button>
    </form>
  );
}
