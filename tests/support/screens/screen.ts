/** Screens and the ways to them: what the tables of screens in this folder are made of. */
import type { Page } from "@playwright/test";
import { asSomebody, atSecondStep, type Wishes } from "../browser-session";

/** A screen in one of its states, and how a new page gets there. */
export type Screen = { name: string; open: Way };

type Way = (page: Page) => Promise<unknown>;

export const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** Waits for a form to come back. */
export const trouble = (page: Page) =>
  page.getByRole("alert").filter({ hasText: "There is a problem" }).waitFor();

/** A page that anybody may open. */
export const open =
  (path: string): Way =>
  (page) =>
    page.goto(path);

/** A page for somebody who is logged in. */
export const inside =
  (path: string, wishes: Wishes = {}, then?: Way): Way =>
  async (page) => {
    await asSomebody(page, wishes);
    await page.goto(path);
    await then?.(page);
  };

/** The same for an Administrator, whose name is long. */
export const administering = (path: string, then?: Way): Way =>
  inside(path, { role: "administrator", name: "Wilhelmina Featherstonehaugh" }, then);

/** A page of the second step, for somebody with both methods. */
export const proving =
  (path: string, then?: Way): Way =>
  async (page) => {
    await atSecondStep(page, { authenticator: true });
    await page.goto(path);
    await then?.(page);
  };
