/** Whatever a test writes on the console and does not expect fails it. */
import { afterEach, beforeEach } from "vitest";
import { captureConsole, unexpectedOutput } from "../console";

beforeEach(captureConsole);

afterEach(() => {
  const unexpected = unexpectedOutput();
  if (unexpected.length > 0) throw new Error(`Unexpected output on the console:\n${unexpected.join("\n")}`);
});
