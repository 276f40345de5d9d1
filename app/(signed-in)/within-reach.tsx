/**
 * Pages that are there for some and for others not. Next makes what `notFound()` leads to in the browser alone, and sends
 * an empty page to whoever has no JavaScript: here the page itself becomes it, with the number of the answer.
 */
import type { Metadata } from "next";
import { currentWords } from "@/lib/web/current-words";
import { unlessNotFound } from "@/lib/web/nowhere";
import NotFound from "./not-found";

/** `page`, or the page that is not found. */
export function withinReach<Props>(page: (props: Props) => Promise<React.ReactNode>) {
  return async (props: Props) => (await unlessNotFound(page(props))) ?? <NotFound />;
}

/** `title`, or that of the page that is not found: a title must not tell of a page either. */
export function titleWithinReach<Props>(title: (props: Props) => Promise<string>) {
  return async (props: Props): Promise<Metadata> => ({
    title: (await unlessNotFound(title(props))) ?? (await currentWords()).general.notFound.title,
  });
}
