import { Download, Plus, RotateCw, Trash2 } from "lucide-react";
import { AnchorButton } from "@/components/anchor-button";
import { Badge } from "@/components/badge";
import { Button } from "@/components/button";
import { CopyButton } from "@/components/copy-button";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { PrintButton } from "@/components/print-button";
import { WayButton } from "@/components/way-button";

/** Buttons, notices and badges in every look. */
export function ActionSamples() {
  return (
    <Panel title="Buttons, notices, badges">
      <div className="flex flex-wrap gap-2">
        <WayButton href="/dev/ui" variant="primary" icon={<Plus />}>
          Add user
        </WayButton>
        <Button icon={<RotateCw />}>Try the failed again</Button>
        <Button variant="quiet">Cancel</Button>
        <Button variant="danger" icon={<Trash2 />}>
          Remove
        </Button>
        <AnchorButton href="/dev/ui" icon={<Download />}>
          Download CSV
        </AnchorButton>
        <CopyButton text="JBSW Y3DP" words={{ copied: "Copied", failed: "Select the text and copy it." }}>
          Copy setup key
        </CopyButton>
        <PrintButton>Print</PrintButton>
      </div>
      <Notice announced={false}>
        You are asked for a code because your organisation wants a second step.
      </Notice>
      <Notice tone="success" announced={false}>
        Security settings saved.
      </Notice>
      <Notice
        tone="warning"
        title="Your e-mail address is not confirmed"
        announced={false}
        actions={<Button>Send the e-mail again</Button>}
      >
        Until it is, you log in with the password alone. Press Verify in the confirmation e-mail. There is
        none? Have one sent to you.
      </Notice>
      <Notice tone="danger" announced={false}>
        We could not send the e-mail. Try again, or choose another method.
      </Notice>
      <p className="flex flex-wrap gap-2">
        <Badge>Deactivated</Badge>
        <Badge tone="info">Preferred</Badge>
        <Badge tone="success">Confirmed</Badge>
        <Badge tone="warning">Not confirmed</Badge>
        <Badge tone="danger">Failed</Badge>
      </p>
    </Panel>
  );
}
