/** Sentences of My settings: profile, password and sessions. Those of Two Factor Login have a file of their own. */

export const mySettings = {
  title: "My settings",
  profile: {
    title: "Profile",
    details: "Your details",
    email: "E-mail address",
    emailHint: "An administrator can change it.",
    emailChange: "Change it under Users",
    name: "Name",
    nameMissing: "Enter your name, with at most 100 characters.",
    language: "Language",
    languageHint: "Until you choose one: your organisation's, else your browser's.",
    languageNotChosen: "Not chosen",
    languageMissing: "Choose a language from the list.",
    submit: "Save",
    saved: "Your details are saved.",
  },
  password: {
    title: "Change your password",
    description: "You stay logged in here; every other session of yours ends.",
    current: "Current password",
    currentMissing: "Enter your current password.",
    currentWrong: "That is not your current password.",
    justChanged: (time: string) =>
      `Your password was changed at ${time}, and this is not the new one. If you have just changed it yourself, you are done.`,
    chosen: "New password",
    submit: "Change password",
    saved: "Your password is changed, and your other sessions have ended.",
    prove: "Confirm first that it is you: you logged in more than 10 minutes ago.",
    proveLink: "Confirm that it is you",
  },
  sessions: {
    title: "Sessions",
    description:
      "Where you are logged in. End a session that you do not recognise, and change your password.",
    browser: "Browser",
    firstSeen: "First seen",
    lastSeen: "Last seen",
    end: "End",
    thisOne: "This session",
    browserOn: (browser: string | null, system: string | null) =>
      browser && system ? `${browser} on ${system}` : (browser ?? system ?? "Unknown browser"),
    endOne: "End session",
    endOthers: "End all other sessions",
    notices: {
      ended: "The session has ended.",
      "ended-already": "That session had ended already.",
      "others-ended": "All your other sessions have ended.",
    },
  },
  activity: {
    title: "Activity",
    description:
      "What happened to your account lately. If you do not recognise something, change your password and end the other sessions.",
  },
};
