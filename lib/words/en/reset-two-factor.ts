/** Sentences of the page on which an administrator resets somebody's second step. */

export const resetTwoFactor = {
  link: "Reset two-factor login",
  title: "Reset two-factor login",
  of: (name: string, email: string) => `${name}, ${email}`,
  back: (name: string) => name,
  check: {
    title: "Check first that it is really them",
    text: "Whoever asks may have stolen the password and the mailbox, and need only you.",
    steps: [
      "Call back on a number that you already know, or speak in person. Trust neither an e-mail nor a number that came with the request.",
      "Ask something that only they can know, or have their team lead confirm it.",
      "Ask whether a recovery code is at hand: then no reset is needed.",
    ],
  },
  happens: {
    title: "What happens",
    authenticator: (name: string) =>
      `The authenticator and the recovery codes of ${name} stop working at once.`,
    email: {
      on: "Codes by e-mail are on.",
      "not-confirmed": "Codes by e-mail are on as soon as the address is confirmed.",
    },
    sessions: "Every session of theirs ends, and they get an e-mail about it.",
    lostMailbox:
      "If the mailbox is lost, too, change the address first, and let them confirm the new one: else codes go where nobody reads them.",
    changeAddress: "Change the address",
  },
  reason: "Reason",
  reasonHint: "How you made sure that it is them, for the audit log. Write no secrets.",
  reasonMissing: "Write how you made sure that it is them, in 10 to 500 characters.",
  proveHint: "To reset it, confirm first that it is you.",
  notFresh: "Confirm first that it is you: you logged in more than 10 minutes ago. Nothing is reset yet.",
  ownStepHint:
    "Set up a second step of your own first: nobody resets that of others with the password alone.",
  ownStepLink: "Set up my second step",
  ownStepMissing:
    "You got in by the password alone. Set up a second step of your own first. Nothing is reset yet.",
  submit: "Reset two-factor login",
  cancel: "Cancel",
  done: "Two-factor login is reset. Every session of this user has ended, and they are told by e-mail.",
  nothingLeft:
    "Nothing was left to reset: this user has no authenticator, no recovery codes and no session. No further e-mail was sent.",
};
