/** An address may ask for as much as any page knows, and for no more: Next goes through it again for each parameter. */
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isAddressTaken } from "../../scripts/parameters.mjs";

const parameters = (count: number) => Array.from({ length: count }, (_, index) => `p${index}=x`).join("&");

test.each([
  ["/login", true],
  [`/login?next=${encodeURIComponent(`/administration/users?${parameters(200)}`)}`, true],
  [`/login?${parameters(100)}`, true],
  [`/login?${parameters(101)}`, false],
  [`/icon.svg?${"&".repeat(3_000)}`, false],
  [`/api/health?${parameters(3_000)}`, false],
])("an address of up to a hundred parameters is taken, whatever it asks for: %.60s", (url, isTaken) => {
  const request = Object.assign(new IncomingMessage(new Socket()), { method: "GET", url });
  const response = new ServerResponse(request);
  expect(isAddressTaken(request, response)).toBe(isTaken);
  expect([response.headersSent, response.statusCode]).toEqual(isTaken ? [false, 200] : [true, 414]);
});
