import { ShieldCheck, UserRound } from "lucide-react";
import { Address } from "@/components/address";
import { Anchor } from "@/components/anchor";
import { InstallHint } from "@/components/install-hint";
import { LinkCard } from "@/components/link-card";
import { Panel } from "@/components/panel";
import { QrCode } from "@/components/qr-code";
import { TextButton } from "@/components/text-button";
import { TextLink } from "@/components/text-link";

/** Ways on that are no buttons, and what is read rather than pressed. */
export function LinkSamples() {
  return (
    <Panel title="Links, addresses, QR code">
      {/* Seen where the browser offers to install the site, and before "Not now". */}
      <InstallHint
        words={{
          title: "Keep Acme at hand.",
          text: "It can be installed as an app.",
          install: "Install",
          dismiss: "Not now",
        }}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <LinkCard href="/dev/ui" title="Profile" icon={<UserRound />}>
          Your name and your password.
        </LinkCard>
        <LinkCard href="/dev/ui" title="Two Factor Login" icon={<ShieldCheck />}>
          How you prove that it is you when you log in.
        </LinkCard>
      </div>
      <form className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <TextLink href="/dev/ui">Use another method</TextLink>
        <Anchor href="/dev/ui">Forgotten your password?</Anchor>
        <TextButton>Cancel and log in as someone else</TextButton>
      </form>
      <p className="max-w-48 text-sm">
        <Address>ada.lovelace@a-long-organisation.example</Address>
      </p>
      <QrCode
        text="otpauth://totp/Acme:ada@example.com?secret=JBSWY3DPEHPK3PXP&issuer=Acme&algorithm=SHA1&digits=6&period=30"
        label="QR code for Acme, ada@example.com"
      />
    </Panel>
  );
}
