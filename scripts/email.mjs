/** `npm run email`: React Email's preview of every letter, at http://localhost:3001. */
import { installMissing } from "./install.mjs";
import { programs, run } from "./run.mjs";

installMissing();
process.exit(await run(programs.email, ["dev", "--dir", "emails", "--port", "3001"]));
