/** The one button that a letter may have. */
import { Button as MailButton, Text } from "@react-email/components";
import { wordsIn } from "@/lib/words/words";
import type { Spoken } from "./letter";
import { paper } from "./paper";

/** A button to `url`, and the address in full for whom it does not work; the plain text has the address once. */
export function Button({ language, url, children }: Spoken & { url: string; children: string }) {
  return (
    <>
      <MailButton href={url} className="button" style={paper.button}>
        {children}
      </MailButton>
      <Text className="muted" style={paper.muted} data-skip-in-text="true">
        {wordsIn(language).letters.paper.addressInFull}
        <br />
        <span style={{ wordBreak: "break-all" }}>{url}</span>
      </Text>
    </>
  );
}
