/** Sentences that belong to no single screen: of forms, of closed doors, and of what is not there. */
import { failure } from "./failure";

export const general = {
  product: "Twostep",
  description: "Log in with two-factor login.",
  skipToContent: "Skip to main content",
  tooMany: (when: string) => `Wait before you try again. The next try is ${when}.`,
  when: {
    today: (time: string) => `at ${time}`,
    anotherDay: (dayAndTime: string) => `on ${dayAndTime}`,
  },
  form: {
    problem: "There is a problem",
    errorTitle: "Error: ",
    noConnection: "There was no connection. Send it again when you are connected.",
    outdated:
      "This page was updated while it was open: nothing was sent. Load it again and send it once more.",
    busy: "Too much is going on just now: nothing was sent. Send it again in a moment.",
    noAnswer: "The server gave no answer. Look whether it was done before you send it again.",
    behind: {
      "logged-out": {
        text: "Your session has ended, and nothing is saved yet. Log in again; then press the button here once more.",
        way: "Log in (opens in a new tab)",
      },
      "proof-due": {
        text: "A second step is needed now, and nothing is saved yet. Confirm that it is you; then press the button here once more.",
        way: "Confirm that it is you (opens in a new tab)",
      },
    },
  },
  updated: {
    title: "Nothing was sent",
    description: "The page was updated while you had it open. Open it again, and send the form once more.",
    openAgain: "Open the page again",
  },
  notFound: {
    title: "Page not found",
    description: "The address may be mistyped or out of date, or the page is not open to you.",
    home: "Go to the start page",
  },
  failure,
};
