import { redirect } from "next/navigation";
import { signIn } from "../../anybody";

async function goIn(): Promise<void> {
  "use server";
  await signIn("anybody", { redirect: false, redirectTo: "/" });
  redirect("/elsewhere");
}

/** A form whose action signs its visitor in by NextAuth and asks nobody: what Next and NextAuth take for a login. */
export default function Page() {
  return (
    <form action={goIn}>
      <button type="submit">Go in</button>
    </form>
  );
}
