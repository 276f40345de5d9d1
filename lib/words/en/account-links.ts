/** Sentences of the pages behind mailed links, and of choosing a password there and elsewhere. */

export const accountLinks = {
  email: "E-mail address",
  emailWrong: "Enter an e-mail address, such as name@example.com.",
  sendNewLink: "Send a new link",
  logIn: "Log in",
  backToLogin: "Back to the login",
  home: "Go to the start page",
  loggedInHere: (email: string) =>
    `${email} is logged in here. Log out first to log in with another account.`,
  password: {
    hint: (least: number, most: number) =>
      `${least} to ${most} characters. A few words in a row are long and easy to remember.`,
    missing: "Choose a password.",
    refusals: {
      "password-too-short": (least: number) => `The password must have at least ${least} characters.`,
      "password-too-long": (_: number, most: number) => `The password must have at most ${most} characters.`,
      "password-too-common": () =>
        "That password is easy to guess. Choose one without your name, your organisation or a pattern.",
    },
  },
  verifyEmail: {
    title: "Confirm your e-mail address",
    description: (email: string) => `Press the button to show that ${email} is yours.`,
    welcome: (email: string) =>
      `Choose the password that you will log in with, and show that ${email} is yours.`,
    choosePassword: "Choose a password",
    submit: "Verify",
    confirmed: "Your e-mail address is confirmed.",
    confirmedOf: (email: string) => `${email} is confirmed.`,
    confirmedNext: "If your organisation sends security codes by e-mail, you can get them there from now on.",
    passwordStays:
      "You have chosen a password before: that one stays, and the one that you have just typed was not taken.",
    newLinkSent:
      "If that address belongs to an account and is not confirmed yet, an e-mail with a new link is on its way.",
    ends: {
      "run-out": {
        title: "This link has run out",
        text: "It worked for 7 days. Have a new one sent to you.",
      },
      used: {
        title: "This link was used already",
        text: "Each link works once. Have a new one sent to you.",
      },
      replaced: {
        title: "This link no longer works",
        text: "A newer e-mail has taken its place, or your account was changed since. Use the link in the newest e-mail, or have another one sent to you.",
      },
      unknown: {
        title: "This link does not work",
        text: "A part of it may be missing, or your address was changed since. Copy the whole address out of the e-mail, or have a new one sent to you.",
      },
      "confirmed-already": {
        title: "Your e-mail address is confirmed already",
        text: "There is nothing left to do here: log in with the password that you have chosen before.",
      },
    },
  },
  forgottenPassword: {
    title: "Forgotten your password?",
    description: "We send you a link to choose a new one. It works for 30 minutes.",
    submit: "Send a link",
    sent: "If that address belongs to an account, an e-mail with a link is on its way.",
  },
  resetPassword: {
    title: "Choose a new password",
    description: (email: string) => `For ${email}. All your sessions will end.`,
    chosen: "New password",
    submit: "Change password",
    changedOf: (email: string) => `The password of ${email} is changed.`,
    ends: {
      "run-out": { title: "This link has run out", text: "It worked for 30 minutes." },
      used: {
        title: "The password was changed with this link",
        text: (when: string) =>
          `That was ${when}. Each link works once. If it was you, log in with the new password. If it was not, have a new link sent at once.`,
      },
      replaced: {
        title: "This link no longer works",
        text: "A newer one has taken its place, or your password or your account was changed since. Use the newest one, or have another one sent to you.",
      },
      unknown: {
        title: "This link does not work",
        text: "A part of it may be missing. Copy the whole address out of the e-mail, or have a new one sent to you.",
      },
    },
  },
};
