"use client";

import { buttonLook } from "./button-look";
import { useInstallPrompt } from "./install-prompt";

type InstallHintProps = {
  words: { title: string; text: string; install: string; dismiss: string };
};

/** Says quietly that the site can be installed, where the browser offers it; gone for good after "Not now". */
export function InstallHint({ words }: InstallHintProps) {
  const prompt = useInstallPrompt();
  if (!prompt) return null;
  return (
    <section
      aria-label={words.title}
      className="no-print flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-panel border border-line bg-surface px-4 py-3 text-sm sm:px-6"
    >
      <p className="min-w-0">
        <strong className="font-semibold">{words.title}</strong>{" "}
        <span className="text-muted">{words.text}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        <button type="button" onClick={prompt.install} className={buttonLook("secondary")}>
          {words.install}
        </button>
        <button type="button" onClick={prompt.dismiss} className={buttonLook("quiet")}>
          {words.dismiss}
        </button>
      </div>
    </section>
  );
}
