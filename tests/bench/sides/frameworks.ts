/** What the frameworks alone take: forms that a browser without JavaScript posts to actions which look nothing up. */
import { formsIn } from "../../support/html-forms";
import { multipart, type Request, send } from "../measure/load";
import { browserHeaders, type User } from "./side";

/** The pages of those forms, by what their actions do. */
export const frameworks = { "Next alone": "/empty", "Next and NextAuth alone": "/signing-in" } as const;

export type Framework = keyof typeof frameworks;

/** How each action is asked for; the forms' hidden fields are learnt by a look of `guide` at their pages. */
export async function askFrameworks(
  origin: string,
  guide: User,
): Promise<[Framework, (user: User) => Request][]> {
  const asked = Object.entries(frameworks).map(async ([name, path]) => {
    const page = await send(origin, { method: "GET", path, headers: browserHeaders(origin, guide) });
    const [form] = formsIn(page.body);
    if (!form) throw new Error(`There is no form at ${path}`);
    const { headers, body } = multipart(form.hidden);
    const ask = (user: User): Request => ({
      method: "POST",
      path,
      body,
      headers: { ...browserHeaders(origin, user), ...headers },
    });
    return [name as Framework, ask] as [Framework, (user: User) => Request];
  });
  return Promise.all(asked);
}
