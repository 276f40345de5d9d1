/** Sentences of the product as an installed app: the hint to install it, and what stands there without a connection. */

export const theApp = {
  install: {
    title: "Keep Twostep at hand",
    text: "Installed as an app, it opens from the home screen, without the browser around it.",
    install: "Install",
    dismiss: "Not now",
  },
  offline: {
    title: "You are offline",
    description: "This page needs a connection. Nothing that you saved is lost; a login under way is kept.",
    tryAgain: "Try again",
    home: "Go to the start page",
  },
};
