/** `npm run email`: React Email's preview of every letter, at http://localhost:3001. */
import { installMissing } from "./install.mjs";
import { programs, run } from "./run.mjs";
import { takesNothing } from "./takes-nothing.mjs";

takesNothing(`npm run email
React Email's preview of every letter, at http://localhost:3001.`);

installMissing();
// Without these options it starts itself anew with them, in a process that no signal to stop reaches.
const options = [
  "--disable-warning=ExperimentalWarning",
  programs.email,
  "dev",
  "--dir",
  "emails",
  "--port",
  "3001",
];
process.exit(await run("--experimental-vm-modules", options));
