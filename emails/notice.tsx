/** A letter that tells what happened to an account, and what to do if it was somebody else. */
import { Heading } from "@react-email/components";
import type { ReactNode } from "react";
import { wordsIn } from "@/lib/words/words";
import { Facts } from "./facts";
import { Letter, Paragraph, type Spoken } from "./letter";
import type { Moment } from "./moment";
import { paper } from "./paper";

/** What every notice knows. */
export type NoticeProps = Spoken & {
  name: string;
  organisation: string;
  at: Moment;
  /** "Chrome on Windows"; `null` when it cannot be told. Left out where a browser says nothing. */
  browser?: string | null;
  /** The network address it came from. */
  address?: string | null;
};

type Notice = NoticeProps & {
  heading: string;
  /** What happened, in one sentence; also the preview line. */
  what: string;
  /** The condition under which there is something to do, and what, when that is not the usual. */
  notYou?: string;
  notYouDo?: string;
  footer?: string;
  children?: ReactNode;
};

/** The letter for a notice: what happened, when and where, and the way out. */
export function Notice({ what, notYou, notYouDo, children, at, browser, address, ...letter }: Notice) {
  const words = wordsIn(letter.language).letters.paper;
  return (
    <Letter {...letter} preview={what}>
      <Paragraph>{what}</Paragraph>
      <Facts language={letter.language} at={at} browser={browser} address={address} />
      {children}
      <Heading as="h2" className="subheading" style={paper.subheading}>
        {notYou ?? words.notYou}
      </Heading>
      <Paragraph>{notYouDo ?? words.notYouDo(letter.organisation)}</Paragraph>
    </Letter>
  );
}
