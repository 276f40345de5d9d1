/** Sentences of the developer screens. */

export const developer = {
  mailbox: {
    title: "Mailbox",
    description: "E-mails that would have been sent if a mail server were set (SMTP_URL). Newest first.",
    to: "To",
    show: "Show",
    list: "E-mails",
    empty: "No e-mails",
    emptyHint: "Whatever the product sends from now on is kept here.",
    sent: "Sent",
    letter: (subject: string) => `E-mail: ${subject}`,
    text: "Plain text",
    headers: "Headers",
    openLink: "Open link",
    copyCode: "Copy code",
    copied: "Copied",
    copyFailed: "Select the code and copy it yourself.",
  },
};
