"use client";

import { useActionState, useEffect, useRef } from "react";
import { ErrorSummary } from "./error-summary";
import { useErrorTitle } from "./error-title";
import { FormContext } from "./field-state";
import { focusIfLost } from "./focus-if-lost";
import type { FormAction, FormState } from "./form-state";
import { useHydrated } from "./hydrated";
import { type LostWords, orLostOnTheWay } from "./lost-on-the-way";
import { Notice } from "./notice";

export type FormWords = LostWords & {
  /** Heading of the error summary: "There is a problem". */
  problem: string;
  /** Put before the page's title while the form is in trouble: "Error: ". */
  errorTitle: string;
};

type FormProps = {
  action: FormAction;
  /** The state to begin with, where a page opens with something to say. */
  initial?: FormState;
  /** A notice that stands at the top until the form has an answer of its own: two could say the same, or contradict. */
  opening?: React.ReactNode;
  /** Where some fields keep nothing of what was typed, the browser is not to put back the others for whoever goes back. */
  autoComplete?: "off";
  /** Needed where a page has several forms: their fields' ids begin with it. */
  id?: string;
  words: FormWords;
  children: React.ReactNode;
};

const idle: FormState = { status: "idle" };

/**
 * A form that a server action answers. It works by a plain POST without JavaScript; with it, trouble is focused,
 * and typed values stay, even where they did not arrive.
 */
export function Form({ action, initial = idle, opening, autoComplete, id, words, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  // Before that it must be the server's own action, which the page can name in a plain POST.
  const sending = useHydrated() ? orLostOnTheWay(action, form, words) : action;
  const [state, submit] = useActionState(sending, initial);
  const saved = useRef<HTMLDivElement>(null);
  const trouble = state.status === "invalid" || state.status === "refused" ? state : null;
  useErrorTitle(words.errorTitle, trouble !== null);

  // The button may be a screen below the sentence that answers it; or gone, and the focus with it.
  useEffect(() => {
    if (state.status !== "saved") return;
    saved.current?.scrollIntoView?.({ block: "nearest" });
    focusIfLost(saved.current);
  }, [state]);

  return (
    <form
      ref={form}
      id={id}
      action={submit}
      autoComplete={autoComplete}
      // The browser's own bubbles vanish, cannot be zoomed and know fewer sentences than the server.
      noValidate
      // Puts away what the address says; see notice.css.
      data-answered={state.status !== "idle" || undefined}
      // One that has nothing to show takes no room: its answer may stay after its button has gone.
      className="grid gap-5 not-has-[>:not(:empty)]:hidden"
    >
      {trouble && <ErrorSummary heading={words.problem} trouble={trouble} formId={id} />}
      {/* Always there and never hidden: a live region that arrives together with its sentence is often not read out. */}
      <div
        role="status"
        ref={saved}
        tabIndex={-1}
        // biome-ignore lint/a11y/noAutofocus: without JavaScript this is what focuses the answer
        autoFocus={state.status === "saved" || undefined}
        className="rounded-control empty:absolute"
      >
        {state.status === "saved" && (
          <Notice tone="success" announced={false}>
            {state.message}
          </Notice>
        )}
      </div>
      {state.status === "idle" && opening}
      <FormContext value={{ id, state }}>{children}</FormContext>
    </form>
  );
}
