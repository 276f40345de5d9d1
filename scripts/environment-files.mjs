/** Reads the .env files of production, for the scripts that run without Next. */
import { readEnvironmentFiles } from "./read-environment-files.mjs";

readEnvironmentFiles("production");
