/** Which Chromium the browser tests run: the system's where there is one, else Playwright's own. */
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const ofTheSystem = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** The path of the program; Playwright's own may not have been brought yet. */
export function browserProgram(): string {
  return ofTheSystem.find((path) => existsSync(path)) ?? chromium.executablePath();
}
