/** The forms in a page's HTML, as a browser without JavaScript would send them. */

export type HtmlForm = {
  action: string;
  /** What the page put in: Next's name of the action, and the values that go along. */
  hidden: [string, string][];
  /** The names of what a person fills in, each once. */
  fields: string[];
};

export function formsIn(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, start = ""]) => attribute(start, "method").toLowerCase() === "post")
    .map(([, start = "", inside = ""]) => {
      const tags = [...inside.matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].map(([tag]) => tag);
      const named = tags.filter((tag) => attribute(tag, "name"));
      const isHidden = (tag: string) => attribute(tag, "type") === "hidden";
      return {
        action: attribute(start, "action"),
        hidden: named.filter(isHidden).map((tag) => [attribute(tag, "name"), attribute(tag, "value")]),
        fields: [...new Set(named.filter((tag) => !isHidden(tag)).map((tag) => attribute(tag, "name")))],
      };
    });
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}
