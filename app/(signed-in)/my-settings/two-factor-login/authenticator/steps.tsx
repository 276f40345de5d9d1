import { Smartphone } from "lucide-react";
import { AnchorButton } from "@/components/anchor-button";
import { CopyButton } from "@/components/copy-button";
import { QrCode } from "@/components/qr-code";
import type { Actor } from "@/lib/sessions/actor";
import type { RunningEnrolment } from "@/lib/two-factor/begin-enrolment";
import { currentWords } from "@/lib/web/current-words";
import { CodeForm } from "./code-form";
import { Step } from "./step";

/** Get an app, give it the secret, and show that it has it. */
export async function Steps({ actor, enrolment }: { actor: Actor; enrolment: RunningEnrolment }) {
  const { enrolment: words } = (await currentWords()).twoFactor;
  return (
    // The role is said, because Safari forgets that a list without numbers of its own is one.
    // biome-ignore lint/a11y/noRedundantRoles: see above
    <ol role="list" className="grid max-w-2xl gap-4">
      <Step number={1} title={words.getApp}>
        <p>{words.getAppText}</p>
      </Step>
      <Step number={2} title={words.scan}>
        {/* On a phone the app is on this very screen: no camera can read it. */}
        <div className="hidden max-sm:grid pointer-coarse:grid">
          <AnchorButton href={enrolment.uri} variant="primary" icon={<Smartphone />} wide>
            {words.openApp}
          </AnchorButton>
        </div>
        <p>{words.scanText}</p>
        <QrCode text={enrolment.uri} label={words.qrCode(actor.organisationName, actor.email)} />
        <div className="grid gap-2">
          <p>{words.setupKeyText}</p>
          <p>
            <span className="block font-medium">{words.setupKey}</span>
            <code className="font-mono text-base tracking-wide">{enrolment.setupKey}</code>
          </p>
          <div className="flex flex-wrap gap-2">
            <CopyButton
              text={enrolment.setupKey.replaceAll(" ", "")}
              words={{ copied: words.copied, failed: words.copyFailed }}
            >
              {words.copyKey}
            </CopyButton>
          </div>
        </div>
      </Step>
      <Step number={3} title={words.enterCode}>
        <CodeForm actor={actor} expiresAt={enrolment.expiresAt} />
      </Step>
    </ol>
  );
}
