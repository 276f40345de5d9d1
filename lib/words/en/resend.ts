/** Sentences of "Resend E-mail confirmations": the question before, and the page of a sending. */
import { plural } from "../plural";

const number = (count: number) => plural("en", count, { other: "#" });

const reasons = {
  confirmed: (count: number) => plural("en", count, { one: "# is confirmed", other: "# are confirmed" }),
  deactivated: (count: number) =>
    plural("en", count, { one: "# is deactivated", other: "# are deactivated" }),
  "waiting-already": (count: number) =>
    plural("en", count, { one: "# waits in another sending", other: "# wait in another sending" }),
  "sent-meanwhile": (count: number) =>
    plural("en", count, { one: "# was sent one just now", other: "# were sent one just now" }),
};

type Reasons = Record<keyof typeof reasons, number>;

/** "2 are confirmed, 1 is deactivated": those with anybody in them. */
const listed = (leftOut: Reasons) =>
  Object.entries(leftOut)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => reasons[reason as keyof Reasons](count))
    .join(", ");

const sum = (leftOut: Reasons) => Object.values(leftOut).reduce((total, count) => total + count, 0);

export const resend = {
  title: "Resend E-mail confirmations",
  back: "Users",
  question: (recipients: number) =>
    recipients === 0
      ? "No e-mail will be sent."
      : plural("en", recipients, { one: "# e-mail will be sent.", other: "# e-mails will be sent." }),
  leftOut: (leftOut: Reasons, shown: number) =>
    plural("en", sum(leftOut), {
      one: `# of the ${number(shown)} shown is left out: ${listed(leftOut)}.`,
      other: `# of the ${number(shown)} shown are left out: ${listed(leftOut)}.`,
    }),
  nobodyShown: "The list shows nobody.",
  about:
    "Each e-mail has a new link to confirm the address, valid for 7 days; older links stop working. The sending goes on when you leave the page.",
  send: (recipients: number) => plural("en", recipients, { one: "Send # e-mail", other: "Send # e-mails" }),
  cancel: "Back to the users",
  running: "A sending is under way.",
  showRunning: "Show it",
  malformed: "This form was changed on its way. Open the page again.",

  job: {
    title: "Confirmation e-mails",
    started: (name: string, moment: string) => `Started by ${name} on ${moment}.`,
    progress: "Progress",
    progressText: (done: number, total: number) => `${number(done)} of ${number(total)} done`,
    underWay: "The sending is under way. You can leave this page; it goes on.",
    rests:
      "After ten minutes without a sign of you, this page has stopped following along. The sending goes on.",
    showNow: "Show the present state",
    nextTry: (time: string) =>
      `The mail server takes no e-mail just now for those who still wait. The next try is at ${time}; nobody is lost, and you can leave this page.`,
    finished: {
      allSent: (count: number) =>
        plural("en", count, { one: "The e-mail is sent.", other: "All # e-mails are sent." }),
      someFailed: (count: number) =>
        plural("en", count, {
          one: "Done, but # e-mail could not be sent.",
          other: "Done, but # e-mails could not be sent.",
        }),
      noneSent: "Done. No e-mail was sent; the results say why.",
    },
    unseen: (count: number) =>
      plural("en", count, {
        one: "# user of this sending is no longer in your teams: not listed here, and not tried again.",
        other: "# users of this sending are no longer in your teams: not listed here, and not tried again.",
      }),
    tryAgain: "Try the failed again",
    nothingFailed: "Nothing has failed.",
    trying: (count: number) =>
      plural("en", count, {
        one: "# e-mail is being tried again.",
        other: "# e-mails are being tried again.",
      }),
    results: "Results",
    show: "Show",
    states: {
      all: "All",
      waiting: "Waiting",
      sending: "Waiting",
      sent: "Sent",
      failed: "Failed",
      "left-out": "Left out",
    },
    reasons: {
      confirmed: "The address is confirmed already.",
      deactivated: "The user is deactivated.",
      "waiting-already": "Waits in another sending.",
      "sent-meanwhile": "Was sent one just before.",
      "mailed-enough": "Was sent many of these e-mails already. Wait a while before you send another one.",
      refused: "The mail server refused the e-mail. Often there is no such address.",
      unreachable: "The mail server did not answer, or asked us to come back later.",
    },
    none: "Nobody here.",
    firstLeftOut: (most: number, leftOut: number) =>
      `Of the ${number(leftOut)} who were left out at the start, the first ${number(most)} by name are listed.`,
    columns: { name: "Name", email: "E-mail", result: "Result", reason: "Reason", at: "When" },
    next: "Next 50",
    first: "From the beginning",
    pages: "Pages of results",
  },
};
