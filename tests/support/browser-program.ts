/** Which Chromium the browser tests run: the system's where there is one, else Playwright's own. */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** The one without windows first: the same engine, and the tests take half the time (44 s instead of 79 s for a login's). */
const ofTheSystem = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** The path of the program; Playwright's own may not have been brought yet. */
export function browserProgram(): string {
  return ofTheSystem.find((path) => existsSync(path)) ?? chromium.executablePath();
}
