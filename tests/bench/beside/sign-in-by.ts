/** The target's code step as an action does it: with cookies and headers of Next, and signed in by NextAuth. */
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { signIn } from "./anybody";
import { codeIn, type Proof } from "./target-codes";

export async function goInBy(
  pass: (proof: Proof) => Promise<string | undefined>,
  form: FormData,
): Promise<never> {
  const jar = await cookies();
  const token = await pass({
    code: codeIn(form),
    pendingToken: jar.get("pending")?.value ?? "",
    address: (await headers()).get("x-forwarded-for") ?? "unknown",
  });
  if (!token) redirect("/refused");
  await signIn("anybody", { redirect: false, redirectTo: "/" });
  jar.set("session", token, { httpOnly: true, sameSite: "lax" });
  jar.delete("pending");
  redirect("/elsewhere");
}
