/** The administration, in each of its states. */
import { administering, press, type Screen, trouble } from "./screen";

export const administrationScreens: Screen[] = [
  { name: "home of an Administrator", open: administering("/") },
  { name: "general settings", open: administering("/administration/settings") },
  { name: "security settings", open: administering("/administration/settings/security") },
  {
    name: "security settings, saved",
    open: administering("/administration/settings/security", async (page) => {
      await press(page, "Save");
      await page.getByRole("status").filter({ hasText: "Security settings saved." }).waitFor();
    }),
  },
  {
    name: "security settings, switching off",
    open: administering("/administration/settings/security?switch-off"),
  },
  {
    name: "security settings, a last method taken away",
    open: administering("/administration/settings/security?methods=authenticator"),
  },
  { name: "users", open: administering("/administration/users") },
  { name: "users, nobody found", open: administering("/administration/users?search=nobody") },
  { name: "add user", open: administering("/administration/users/new") },
  {
    name: "add user, invalid",
    open: administering("/administration/users/new", async (page) => {
      await press(page, "Save");
      await trouble(page);
    }),
  },
  {
    name: "edit user",
    open: administering("/administration/users", async (page) => {
      await page.getByRole("link", { name: "Wilhelmina Featherstonehaugh" }).click();
      await page.getByRole("heading", { name: "Activity" }).waitFor();
    }),
  },
  { name: "resend e-mail confirmations", open: administering("/administration/users/resend") },
  { name: "audit log", open: administering("/administration/audit") },
];
