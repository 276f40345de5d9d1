/** What Next alone takes for an action: a form that a browser without JavaScript posts to one that only redirects. */
import { formsIn } from "../../support/html-forms";
import { multipart, type Request, send } from "../measure/load";
import { browserHeaders, type User } from "./side";

const path = "/empty";

/** How the action is asked for; the form's hidden fields are learnt by a look of `guide` at its page. */
export async function askEmptyAction(origin: string, guide: User): Promise<(user: User) => Request> {
  const page = await send(origin, { method: "GET", path, headers: browserHeaders(origin, guide) });
  const [form] = formsIn(page.body);
  if (!form) throw new Error(`There is no form at ${path}`);
  const { headers, body } = multipart(form.hidden);
  return (user) => ({
    method: "POST",
    path,
    body,
    headers: { ...browserHeaders(origin, user), ...headers },
  });
}
