/** Sentences of the login: password, choice of method, second step, step-up. */
import { plural } from "../plural";

const tries = (left: number) => plural("en", left, { one: "# try left.", other: "# tries left." });

export const login = {
  title: "Log in",
  email: "E-mail address",
  emailMissing: "Enter your e-mail address.",
  password: "Password",
  passwordMissing: "Enter your password.",
  showPassword: { show: "Show password", hide: "Hide password" },
  submit: "Log in",
  forgotten: "Forgotten your password?",
  wrongCredentials: "The e-mail address or password is not right.",
  busy: "Very many people are logging in just now. Try again in a few seconds.",
  notices: {
    "logged-out": "You are logged out.",
    "session-ended": "Your session has ended. Log in again to go on.",
    "own-account-changed": "Your account is changed, and your sessions have ended. Log in again.",
    "password-changed": "Your password is changed. Log in with the new one.",
    "timed-out": "Your login took longer than 10 minutes. Log in again.",
    "no-tries-left": "No tries are left for that login. Log in again.",
    cancelled: "You can log in as someone else now.",
    "start-over": "That login has ended. Log in again.",
    "methods-changed": "The ways to log in have changed. Log in again.",
  },
  underWay: {
    text: "You have begun to log in. You can go on with your security code.",
    link: "Go on with the second step",
  },
  demo: {
    title: "Demo logins",
    about: (password: string) => `Everybody's password is “${password}”.`,
    secret: (secret: string) => `Setup key of the authenticator: ${secret}`,
    recoveryCodes: (first: string, last: string) =>
      `Recovery codes, each good for one login: ${first} to ${last}`,
    mailbox: "E-mails arrive in the mailbox",
    states: {
      administrator: "Administrator, code by e-mail",
      manager: "Manager of the Workshop, code by e-mail",
      byEmail: "Member, code by e-mail",
      byAuthenticator: "Member, authenticator only",
      byBoth: "Member, e-mail and authenticator",
      notConfirmed: "Member, address not confirmed: gets in with the password",
      deactivated: "Deactivated: cannot log in",
    },
  },
  choose: {
    title: "Select verification type",
    description: "Prove that it is you. How do you want to get your security code?",
    method: "Verification type",
    methodMissing: "Select a verification type.",
    emailLabel: "E-mail",
    emailHint: (address: string) =>
      `Basic protection. We send a security code to ${address}. It works for 90 seconds.`,
    authenticatorLabel: "Google Authenticator",
    authenticatorHint: "Use the 6-digit code that your app shows.",
    submit: "Continue",
  },
  code: {
    label: "Security code",
    emailHint: "6 digits, from the e-mail.",
    authenticatorHint: "6 digits. They change every 30 seconds.",
    paste: "Paste code",
    submit: "Log in",
    missing: "Enter the security code.",
    format: (digits: number) =>
      plural("en", digits, { other: "The security code has 6 digits. You entered #." }),
    notDigits: "The security code has 6 digits and nothing else.",
  },
  byEmail: {
    title: "Check your e-mail",
    sent: (address: string) => `We sent a security code to ${address}.`,
    notSent: (address: string) => `Ask for a security code: we send it to ${address}.`,
    resend: "Resend code",
    resent: (time: string) =>
      `We sent a new code at ${time}. It works for 90 seconds; the older one no longer does.`,
    worksUntil: (time: string) => `The code works until ${time}.`,
    countdown: {
      one: "The code works for # more second.",
      other: "The code works for # more seconds.",
      runOut: "That code has run out. Ask for a new one.",
    },
    wrong: (left: number) => `That is not the code that we sent. Check it and try again. ${tries(left)}`,
    replaced: (left: number) =>
      `That code was replaced by a newer one. Use the code of the latest e-mail. ${tries(left)}`,
    runOut: (left: number) => `That code has run out. Press “Resend code” for a new one. ${tries(left)}`,
    usedAlready: (left: number) =>
      `That code was used already. Press “Resend code” for a new one. ${tries(left)}`,
    tooMany: (when: string) => `You can ask for another code ${when}.`,
    // Nobody is sent to another method who has none.
    undelivered: {
      alone: "We could not send the e-mail. Try again.",
      besideOthers: "We could not send the e-mail. Try again, or choose another method.",
    },
    noneSent: "No other code was sent.",
    noSendsLeft: {
      alone: "No more codes can be sent for this login. Log in again to get one.",
      besideOthers: "No more codes can be sent for this login. Use another method, or log in again.",
    },
    lastHolding: "This is the last code for this login.",
    /** What is said of the last code in the place of “press Resend code”. */
    lastRunOut: "That code has run out, and it was the last one for this login.",
    lastUsedAlready: "That code was used already, and it was the last one for this login.",
    logInAgain: "Log in again",
  },
  byAuthenticator: {
    title: "Enter the code from your app",
    description: (organisation: string) => `Open your authenticator app and find ${organisation}.`,
    wrong: (left: number) =>
      `That is not the code that your app shows now. Check it and try again. ${tries(left)}`,
    usedAlready: (left: number) => `That code was used already. Wait for the next one. ${tries(left)}`,
    clockOff: (left: number) =>
      `Your phone's clock may be off. Switch on automatic date and time. ${tries(left)}`,
  },
  byRecoveryCode: {
    title: "Use a recovery code",
    description: "Use one of the codes that you saved when you turned the authenticator on. Each works once.",
    label: "Recovery code",
    hint: "For example 7K3M-Q9XT-B4HN-2RWP",
    missing: "Enter a recovery code.",
    format: "A recovery code has 16 letters and digits in groups of four.",
    wrong: (left: number) => `That is not one of your recovery codes. Check it and try again. ${tries(left)}`,
    usedAlready: (left: number) => `That recovery code was used already. Use another one. ${tries(left)}`,
  },
  recoveryCodeUsed: (left: number) => `You used a recovery code. ${plural("en", left, { other: "# left." })}`,
  help: {
    title: "I cannot get any code",
    back: "Back to the security code",
    description: "Try this first. It is the fastest way in.",
    tips: {
      email: "Look for the e-mail among spam, and wait a minute: some mail servers take their time.",
      authenticator: "Switch on automatic date and time on your phone: codes of another time do not work.",
      recoveryCode: "Use one of the recovery codes that you saved when you set up Google Authenticator.",
    },
    outOfReach: {
      email: "Is your mailbox out of reach?",
      authenticator: "Is your phone out of reach?",
      both: "Are your phone and your mailbox out of reach?",
      recoveryCodes: "Are your recovery codes out of reach?",
    },
    text: (organisation: string) =>
      `The administrators of ${organisation} can reset your second step once they are sure that it is you.`,
    submit: "Ask an administrator",
    // The same for everybody: how many administrators there are is nobody's business who has nothing but a password.
    asked: (organisation: string) =>
      `The administrators of ${organisation} whose own address is confirmed are told by e-mail that you need help. Expect a call: they have to be sure that it is you. Asking again within an hour sends nothing more. If you are the only administrator, or nobody calls, ask whoever runs this installation.`,
  },
  verified: {
    title: "You are verified",
    description: "Continue to where you wanted to go.",
    submit: "Continue",
  },
  methodOff: "That method cannot be used any more. Use another one.",
  otherMethod: "Use another method",
  useRecovery: "Use a recovery code",
  cancel: "Cancel and log in as someone else",
  stepUp: {
    title: "Confirm that it is you",
    description: "This needs a fresh proof that it is you. Enter your password once more.",
    dueDescription: "A second step is needed now. Enter your password to go on.",
    submit: "Continue",
    cancel: "Cancel",
    wrongPassword: "The password is not right.",
    inNewTab: "Confirm that it is you (opens in a new tab)",
    /** Why the second step of this proof came to nothing. */
    ended: {
      "timed-out": "That took longer than 10 minutes. Enter your password again.",
      "no-tries-left": "No tries are left for that code. Enter your password again.",
      "start-over": "That proof has ended. Enter your password again.",
      "methods-changed": "The ways to log in have changed. Enter your password again.",
    },
    notices: {
      confirmed: "You are confirmed. Press the button again; nothing was done yet.",
      "confirmed-in-tab": "You are confirmed. Close this tab and press the button again in the other one.",
      "nothing-saved": "You are confirmed. Nothing was saved yet: send it once more.",
      "somebody-else": "Somebody else is logged in here now. Nothing was saved.",
      "downloads-under-way":
        "Several downloads of your organisation are under way. Press the button again once one of them is done.",
    },
  },
};
