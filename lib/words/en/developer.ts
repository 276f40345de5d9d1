/** Sentences of the developer screens. */

export const developer = {
  mailbox: {
    title: "Mailbox",
    description: "Letters that would have been sent if a mail server were set (SMTP_URL). Newest first.",
    to: "To",
    show: "Show",
    list: "Letters",
    empty: "No letters",
    emptyHint: "Whatever the product sends from now on is kept here.",
    sent: "Sent",
    letter: (subject: string) => `Letter: ${subject}`,
    text: "Plain text",
    headers: "Headers",
    openLink: "Open link",
    copyCode: "Copy code",
    copied: "Copied",
    copyFailed: "Select the code and copy it yourself.",
  },
};
