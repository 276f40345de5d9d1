/** Sentences of the frame around every page of somebody who is logged in, and of the home page. */

export const navigation = {
  main: "Main",
  administration: "Administration",
  home: "Home",
  users: "Users",
  settings: "Settings",
  audit: "Audit log",
  account: "Account menu",
  mySettings: "My settings",
  logOut: "Log out",
};

export const home = {
  title: (name: string) => `Welcome, ${name}`,
  yours: "Your account",
  profile: "Your name and your password.",
  twoFactorLogin: "How you prove that it is you when you log in.",
  sessions: "The browsers in which you are logged in.",
  users: "Add people, edit them, and have their e-mail addresses confirmed.",
  settings: "Switch two-factor login on, and say which methods are allowed.",
  audit: "Who did what to whom, when, and from where.",
  recoveryCodes: "See how many recovery codes you have",
  confirmEmail: {
    title: "Your e-mail address is not confirmed",
    text: (email: string) =>
      `Until it is, you log in with the password alone. Press Verify in the confirmation e-mail. There is none? Have one sent to ${email}.`,
    sendAgain: "Send the e-mail again",
    sent: (email: string) => `An e-mail is on its way to ${email}. Open it and press Verify.`,
    already: (email: string) => `${email} is confirmed already: there is nothing left to do.`,
    orAuthenticator: "Set up Google Authenticator instead",
  },
  enrolAuthenticator: {
    title: "You have no second step yet",
    text: (organisation: string) =>
      `${organisation} asks for two-factor login. Until you set it up, you log in with the password alone.`,
    link: "Set up two-factor login",
  },
};
