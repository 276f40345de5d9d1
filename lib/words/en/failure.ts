/** Sentences of the error pages: alone in a file, because they are sent to the browser with every page. */

export const failure = {
  title: "Something went wrong",
  description: "It is not your fault, and nothing that you saved is lost. Try again in a moment.",
  reference: "If it goes on, tell your administrator this reference number:",
  tryAgain: "Try again",
  home: "Go to the start page",
};
