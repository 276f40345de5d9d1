/**
 * Files that are there for some and for others not. Next answers a route's "not found" with nothing at all, in the place
 * of which browsers show an error of their own: here it is a page, though a plain one, with a way on.
 */
import "server-only";
import { currentLanguage, currentWords } from "./current-words";
import { unlessNotFound } from "./nowhere";
import { paths } from "./paths";

/** `file`, or the page that is not found. */
export function fileWithinReach(file: (request: Request) => Promise<Response>) {
  return async (request: Request) => (await unlessNotFound(file(request))) ?? pageNotFound();
}

/** Its words are ours and hold nothing that would have to be escaped. */
async function pageNotFound(): Promise<Response> {
  const { product, notFound } = (await currentWords()).general;
  const html = `<!doctype html>
<html lang="${await currentLanguage()}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${notFound.title} – ${product}</title>
  </head>
  <body>
    <main>
      <h1>${notFound.title}</h1>
      <p>${notFound.description}</p>
      <p><a href="${paths.home}">${notFound.home}</a></p>
    </main>
  </body>
</html>
`;
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
  return new Response(html, { status: 404, headers });
}
