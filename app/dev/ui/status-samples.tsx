import { Button } from "@/components/button";
import { CodeList } from "@/components/code-list";
import { Countdown } from "@/components/countdown";
import { DescriptionList } from "@/components/description-list";
import { Meter } from "@/components/meter";
import { Panel } from "@/components/panel";
import { Progress } from "@/components/progress";
import { after, now } from "@/lib/kernel/clock";
import { seconds } from "@/lib/kernel/duration";

const codes = ["7K3M-Q9XT", "B4HN-2RWP", "Y8DC-6JVF", "M5TG-X3KZ", "Q2PB-9NHS", "W7RF-4CYD"];

/** How things stand and how far they are. */
export function StatusSamples() {
  const served = now();
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      <Panel title="How far along" description="Of 1,204 active users.">
        <Meter
          caption="What active users log in with"
          total={1204}
          bars={[
            { label: "E-mail", value: 868, figure: "868 users", href: "/dev/ui?method=email" },
            { label: "Google Authenticator", value: 301, figure: "301 users", href: "/dev/ui?method=app" },
            { label: "Nothing yet", value: 35, figure: "35 users" },
          ]}
        />
        <Progress label="Sending" value={120} max={340} text="120 of 340 sent" />
      </Panel>
      <Panel title="Two-factor login" actions={<Button>New recovery codes</Button>}>
        <DescriptionList
          items={[
            { term: "E-mail", details: "On since 3 May 2026", action: <Button>Turn off</Button> },
            {
              term: "Google Authenticator",
              details: "Off",
              action: <Button variant="primary">Enable</Button>,
            },
            { term: "Recovery codes", details: "6 left" },
          ]}
        />
        <Countdown
          expiresAt={after(served, seconds(40)).toISOString()}
          serverNow={served.toISOString()}
          words={{ one: "# second left", other: "# seconds left", runOut: "That code has run out." }}
        >
          The code works for 40 seconds.
        </Countdown>
      </Panel>
      <Panel title="Recovery codes">
        <CodeList label="Recovery codes" codes={codes} printed="Acme, ada@example.com, 3 May 2026" />
      </Panel>
    </div>
  );
}
