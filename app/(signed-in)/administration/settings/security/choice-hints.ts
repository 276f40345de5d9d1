import {
  type Adoption,
  activeUsers,
  usersAsked,
  usersNotAsked,
  usersWith,
} from "@/lib/organisations/adoption";
import type { Settings } from "@/lib/organisations/settings";
import type { Method } from "@/lib/two-factor/method";
import type { Words } from "@/lib/words/words";

/** What each choice of the form does to how many people, one sentence each, before anything is saved. */
export function choiceHints(
  words: Words["settings"]["security"],
  { switchedOn, allowedMethods }: Settings,
  adoption: Adoption,
) {
  const asked = usersAsked(adoption, allowedMethods);
  const strandedWithout = (method: Method) =>
    usersNotAsked(
      adoption,
      allowedMethods.filter((allowed) => allowed !== method),
    ) - usersNotAsked(adoption, allowedMethods);
  const able = (method: Method) => usersWith(adoption, [method], [...allowedMethods, method]);
  const active = activeUsers(adoption);
  const enable = words.enableHint[switchedOn ? "on" : "off"](asked, active);
  return {
    enable: asked < active ? `${enable} ${words.enableOthers}` : enable,
    email: words.emailHint(able("email"), strandedWithout("email")),
    authenticator: words.authenticatorHint(able("authenticator"), strandedWithout("authenticator")),
  };
}
