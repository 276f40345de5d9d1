import { Meter } from "@/components/meter";
import { Panel } from "@/components/panel";
import { type Adoption, activeUsers, usersWith, usersWithout } from "@/lib/organisations/adoption";
import type { Settings } from "@/lib/organisations/settings";
import { type Method, methods } from "@/lib/two-factor/method";
import { currentWords } from "@/lib/web/current-words";
import { paths } from "@/lib/web/paths";

/** "How far along": what active users can use, each bar a way to those users. */
export async function AdoptionPanel({ settings, adoption }: { settings: Settings; adoption: Adoption }) {
  const words = (await currentWords()).settings.security.adoption;
  const { allowedMethods } = settings;
  const total = activeUsers(adoption);
  const bar = (label: string, filter: Method | "off", value: number) => ({
    label,
    value,
    figure: words.figure(value),
    href: paths.usersShown({ status: "active", "two-factor": filter }),
  });
  return (
    <Panel title={words.title}>
      <Meter
        caption={
          allowedMethods.length === methods.length
            ? `${words.caption(total)} ${words.both(usersWith(adoption, allowedMethods, allowedMethods))}`
            : words.caption(total)
        }
        total={total}
        bars={[
          ...methods
            .filter((method) => allowedMethods.includes(method))
            .map((method) => bar(words[method], method, usersWith(adoption, [method], allowedMethods))),
          bar(words.nothing, "off", usersWithout(adoption, allowedMethods)),
        ]}
      />
    </Panel>
  );
}
