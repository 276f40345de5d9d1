import { redirect } from "next/navigation";

async function goOn(): Promise<void> {
  "use server";
  redirect("/elsewhere");
}

/** A form whose action does nothing but send its visitor on: what Next takes for an action, whatever the action does. */
export default function Page() {
  return (
    <form action={goOn}>
      <button type="submit">Go on</button>
    </form>
  );
}
