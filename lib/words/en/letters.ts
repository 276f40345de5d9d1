/** Sentences of the letters: one group for the paper they are written on, and one for each letter. */
import { plural } from "../plural";

const secondStep = { email: "A security code by e-mail", authenticator: "A code from Google Authenticator" };

/** The methods as the screens call them. */
const methodNames = { email: "E-mail", authenticator: "Google Authenticator" };
const nowBy = { email: "a code by e-mail", authenticator: "a code from Google Authenticator" };

const twoFactorChange = {
  "authenticator-replaced": "Google Authenticator was set up on another phone. The old one no longer works.",
  "recovery-codes-renewed": "New recovery codes were made. The old ones no longer work.",
};

/** What a person can have changed about two-factor login without turning it on or off. */
export type TwoFactorChange = keyof typeof twoFactorChange;
/** A method that a person turns on and off. */
export type TwoFactorMethod = keyof typeof secondStep;

export const letters = {
  paper: {
    greeting: (name: string) => `Hello ${name},`,
    footer: (organisation: string) =>
      `You get this because your e-mail address belongs to an account at ${organisation}.`,
    addressInFull: "If the button does not work, copy this address into your browser:",
    notYou: "If this was not you",
    notYouDo: (organisation: string) =>
      `Change your password at once, end all other sessions under My settings, and tell an administrator of ${organisation}.`,
    when: "When",
    browser: "Browser",
    address: "Address",
    unknown: "Not known",
  },
  activation: {
    subject: (organisation: string) => `Confirm your e-mail address for ${organisation}`,
    heading: "Confirm your e-mail address",
    added: (organisation: string, invitedBy: string | null) =>
      invitedBy ? `${invitedBy} added you to ${organisation}.` : `You have an account at ${organisation}.`,
    // True of every organisation, whatever it switches on or off before the letter is read.
    why: (organisation: string) =>
      `Press the button to show that this address is yours. If ${organisation} sends security codes by e-mail, you can get them here from then on.`,
    button: "Verify",
    runsOut: (moment: string) => `The link works once, until ${moment}. A newer e-mail from us replaces it.`,
    notMeant: (organisation: string) =>
      `If this is not meant for you, somebody has probably mistyped an e-mail address. Do nothing then: as long as you do not press the button, your address stays unconfirmed at ${organisation}.`,
  },
  securityCode: {
    subject: (organisation: string) => `Your ${organisation} security code`,
    preview: (organisation: string) => `Enter it on the ${organisation} page that asked for it.`,
    heading: "Your security code",
    works: (seconds: number) =>
      plural("en", seconds, {
        one: "It works once, for # second from when we sent it.",
        other: "It works once, for # seconds from when we sent it.",
      }),
    never: (organisation: string) =>
      `Nobody at ${organisation} will ever ask you for this code. If you did not ask for it, somebody knows your password: change it now.`,
  },
  emailChangedOld: {
    subject: (organisation: string) => `Your e-mail address at ${organisation} was changed`,
    heading: "Your e-mail address was changed",
    what: (email: string) => `Your account now uses ${email}. Nothing more is sent to this address.`,
    notYouDo: (organisation: string) =>
      `Tell an administrator of ${organisation} at once, by phone or in person: somebody else may be using your account.`,
    footer: (organisation: string) =>
      `You get this because this was the e-mail address of your account at ${organisation}.`,
  },
  emailChangedNew: {
    subject: (organisation: string) => `Confirm your new e-mail address for ${organisation}`,
    heading: "Confirm your new e-mail address",
    why: (organisation: string) =>
      `Your account at ${organisation} now uses this address. Press the button to show that it is yours; until then no security code is sent here.`,
  },
  twoFactorOn: {
    subject: (organisation: string) => `Two-factor login is on for your ${organisation} account`,
    heading: "Two-factor login is on",
    what: (method: TwoFactorMethod) =>
      `${secondStep[method]} can now be the second step of your login. Your password alone no longer opens your account.`,
  },
  twoFactorChanged: {
    subject: (organisation: string) => `Two-factor login of your ${organisation} account was changed`,
    heading: "Two-factor login was changed",
    what: (change: TwoFactorChange) => twoFactorChange[change],
  },
  methodOn: {
    subject: (method: TwoFactorMethod, organisation: string) =>
      `${methodNames[method]} was turned on for your ${organisation} account`,
    heading: (method: TwoFactorMethod) => `${methodNames[method]} was turned on`,
    what: (method: TwoFactorMethod, beside: TwoFactorMethod, organisation: string) =>
      `${methodNames[method]} was turned on for your ${organisation} account. You can now complete your login either with ${nowBy[method]} or with ${nowBy[beside]}.`,
  },
  methodOff: {
    subject: (method: TwoFactorMethod, organisation: string) =>
      `${methodNames[method]} was turned off for your ${organisation} account`,
    heading: (method: TwoFactorMethod) => `${methodNames[method]} was turned off`,
    what: (method: TwoFactorMethod, left: TwoFactorMethod, organisation: string) =>
      `${methodNames[method]} was turned off for your ${organisation} account. You now log in with ${nowBy[left]}.`,
    emailIsOnAgain: "Codes by e-mail were turned off until now; they are on again.",
  },
  twoFactorOff: {
    subject: (organisation: string) => `Two-factor login was turned off for your ${organisation} account`,
    heading: "Two-factor login was turned off",
    what: (method: TwoFactorMethod) => `${secondStep[method]} is no longer a second step of your login.`,
  },
  twoFactorReset: {
    subject: (organisation: string) => `Two-factor login of your ${organisation} account was reset`,
    heading: "Two-factor login was reset",
    what: (administrator: string) =>
      `${administrator} reset your second step. If you had set up Google Authenticator, it and your recovery codes no longer work. Your sessions have ended.`,
    next: "Log in again. What you can set up for your second step is under My settings.",
    notYou: "If you did not ask for this",
    notYouDo: (organisation: string) =>
      `Tell an administrator of ${organisation} at once, by phone or in person.`,
  },
  recoveryCodeUsed: {
    subject: (organisation: string) => `A recovery code of your ${organisation} account was used`,
    heading: "A recovery code was used",
    what: "Somebody logged in, or confirmed in a session that it is you, with your password and one of your recovery codes.",
    left: (count: number) =>
      plural("en", count, {
        one: "You have # recovery code left.",
        other: "You have # recovery codes left.",
      }),
    renew: "You can make new ones under My settings.",
  },
  newBrowserLogin: {
    subject: (organisation: string) => `New login to your ${organisation} account`,
    heading: "New login",
    what: "Your account was opened in a browser that we do not know. After a change of your account, we know none of those that you used before.",
  },
  passwordChanged: {
    subject: (organisation: string) => `Your ${organisation} password was changed`,
    heading: "Your password was changed",
    what: "All other sessions have been ended. Log in again there with the new password.",
    notYouDo: (organisation: string) =>
      `Choose a new password with “Forgotten your password?” on the login page, and tell an administrator of ${organisation}.`,
  },
  passwordReset: {
    subject: (organisation: string) => `Choose a new password for ${organisation}`,
    heading: "Choose a new password",
    why: "Somebody, we hope you, told us that your password is forgotten.",
    button: "Choose a new password",
    runsOut: (moment: string) => `The link works once, until ${moment}.`,
    ignore: "If you did not ask for this, do nothing: your password stays as it is.",
  },
  passwordEntered: {
    subject: (organisation: string) => `Someone entered your ${organisation} password`,
    heading: "Someone entered your password",
    what: "The password was right, but the second step was not completed. Nobody had got in when this was sent.",
    wasYou: "If this was you and you gave up half-way, there is nothing to do.",
  },
  helpRequest: {
    subject: (user: string) => `${user} cannot get any security code`,
    heading: (user: string) => `${user} needs your help`,
    what: (user: string, email: string) =>
      `${user} (${email}) entered the right password, but can get no security code and asks for help.`,
    check: "Before you reset anything",
    checks: [
      "Speak with them by phone or in person. Do not answer by e-mail: whoever asks may have the password and the mailbox.",
      "Ask something that only they can know, or have their team lead confirm it.",
      "Ask whether a recovery code is at hand: then no reset is needed.",
      "Ask whether the mailbox is lost, too: then change the address before you reset anything, or codes by e-mail go to the lost one.",
    ],
    button: "Open this user",
    footer: (organisation: string) => `You get this because you are an administrator of ${organisation}.`,
  },
};
