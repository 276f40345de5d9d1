/** The screens behind mailed links, and those that lead nowhere. */
import { linked } from "./mailed";
import { open, type Screen } from "./screen";

export const linkScreens: Screen[] = [
  { name: "forgotten password", open: open("/forgotten-password") },
  { name: "new password", open: linked("/forgotten-password", {}, "Send a link") },
  { name: "new password, unknown link", open: open("/reset-password?token=unknown") },
  {
    name: "confirm the address and choose a password",
    open: linked(
      "/verify-email?token=unknown",
      { confirmed: false, withoutPassword: true },
      "Send a new link",
    ),
  },
  { name: "confirm the address, unknown link", open: open("/verify-email?token=unknown") },
  { name: "address confirmed", open: open("/verify-email/confirmed") },
  {
    name: "address confirmed, the former password stays",
    open: open("/verify-email/confirmed?notice=password-stays"),
  },
  { name: "page not found", open: open("/nowhere") },
  { name: "offline", open: open("/offline") },
];
