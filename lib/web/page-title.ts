/**
 * The title of a page: its heading, then the organisation, or the product where none is known. A form that came back
 * says so first; the browser does the same for a form that it sent itself (components/error-title.ts).
 */
import "server-only";
import type { Metadata } from "next";
import { currentSession } from "./current";
import { currentWords } from "./current-words";
import { isFormBack } from "./request-scope";

/** `heading – organisation`. */
export async function pageTitle(heading: string, organisation?: string): Promise<Metadata> {
  const name =
    organisation ?? (await currentSession())?.organisation.name ?? (await currentWords()).general.product;
  return { title: { absolute: await titleOf(heading, name) } };
}

/** What the pages under a layout put their headings into. */
export async function titleTemplate(name: string): Promise<{ default: string; template: string }> {
  return { default: name, template: await titleOf("%s", name) };
}

async function titleOf(heading: string, name: string): Promise<string> {
  const { general } = await currentWords();
  return `${isFormBack() ? general.form.errorTitle : ""}${heading} – ${name}`;
}
