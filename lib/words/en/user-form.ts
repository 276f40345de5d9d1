/** Sentences of the form of a user: for a change, and for a new one. */

const valid = "Choose one of the values in the list.";

export const userForm = {
  title: "User",
  name: "Name",
  nameMissing: "Enter a name of 1 to 100 characters.",
  email: "E-mail address",
  emailHint: "The user logs in with it. A changed address must be confirmed again; both addresses are told.",
  emailMissing: "Enter an e-mail address, such as name@example.com.",
  emailTaken: "A user with this e-mail address exists already.",
  role: "Role",
  roleUnknown: valid,
  roleNotYours: "You cannot hand out this role. Choose another one.",
  teams: "Teams",
  teamsHint: "Managers see the users of their own teams.",
  teamUnknown: "Choose among the teams in the list.",
  teamGone:
    "A team that was chosen here is not there any more. Check the teams and save again; nothing is saved yet.",
  teamMissing: "Choose at least one of your teams: you would not see this user otherwise.",
  status: "Status",
  statusHint: "Somebody who is deactivated is logged out at once and cannot log in.",
  statusUnknown: valid,
  activation: "Send activation E-mail",
  activationHint: "A link to confirm the address, and to choose a password. It is valid for 7 days.",
  activationMalformed: "Tick the box or leave it empty.",
  save: "Save",
  malformed: "This form was changed on its way. Open the page again.",
  proveHint: "To change it, confirm first that it is you.",
  notFresh:
    "To change the role, the e-mail address or the status, confirm first that it is you: you logged in more than 10 minutes ago. Nothing is saved yet.",
  ownStepHint: "To change it, set up a second step of your own first.",
  ownStepMissing:
    "To change an address or hand out a role, set up a second step of your own first. Nothing is saved yet.",
  mailedEnough: (when: string) =>
    `Several activation e-mails went to this address already, and the link in the last one works. Send another one ${when}, or save without it. Nothing is saved yet.`,
  addressMailedEnough: (when: string) =>
    `Several e-mails went to the new address already. Change it ${when}. Nothing is saved yet.`,
  lastAdministrator:
    "There is no other active Administrator who has chosen a password. Nothing is saved: another one must be able to log in first.",
  changedMeanwhile: (byOneself: boolean, when: string, differing: string[]) =>
    `${byOneself ? "You changed this user in another tab" : "Someone else changed this user"} ${when}. Check and save again.${
      differing.length > 0 ? ` Saved meanwhile: ${differing.join("; ")}.` : ""
    }`,
  noTeam: "no team",
  saved: {
    nothing: "The user is saved.",
    activation: "The user is saved, and the activation e-mail is on its way.",
    "address-changed": "The user is saved. Both addresses are told, and the new one must be confirmed.",
    "old-address-told":
      "The user is saved. The old address is told; the new one gets no e-mail, because this user is deactivated.",
    "confirmed-already": "The user is saved. No e-mail was sent: this user's address is confirmed already.",
    deactivated: "The user is saved. No e-mail was sent: this user is deactivated.",
  },
};

export const addingUser = {
  title: "Add user",
  panel: "New user",
  emailHint: "The user logs in with it, and the activation e-mail goes there.",
  notFresh:
    "To hand out this role, confirm first that it is you: you logged in more than 10 minutes ago. Nothing is saved yet.",
  addressMailedEnough: (when: string) =>
    `Several e-mails went to this address already. Add the user ${when}. Nothing is saved yet.`,
  proveHint: "To hand out a role above Member, confirm first that it is you.",
  ownStepHint: "To hand out a role above Member, set up a second step of your own first.",
  notices: {
    added: "The user is added.",
    mailed: "The user is added, and the activation e-mail is on its way.",
    deactivated: "The user is added. No e-mail was sent: this user is deactivated.",
    "there-already": "This user is there already, with just these details. Nothing was done twice.",
  },
};
