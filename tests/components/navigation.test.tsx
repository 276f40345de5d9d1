import { beforeEach, expect, test, vi } from "vitest";
import { currentAddress } from "@/components/current-address";
import { Menu } from "@/components/menu";
import { Tabs } from "@/components/tabs";
import { render, screen } from "./page";

const here = vi.hoisted(() => ({ path: "" }));
vi.mock("next/navigation", () => ({ usePathname: () => here.path }));

beforeEach(() => {
  here.path = "";
});

const tabs = [
  { href: "/my-settings", text: "Profile" },
  { href: "/my-settings/two-factor-login", text: "Two Factor Login" },
];

test("the longest address that a page lies under is the current one", () => {
  const addresses = tabs.map(({ href }) => href);
  expect(currentAddress(addresses, "/my-settings")).toBe("/my-settings");
  expect(currentAddress(addresses, "/my-settings/two-factor-login/replace")).toBe(addresses[1]);
  expect(currentAddress(addresses, "/my-settings-elsewhere")).toBeUndefined();
});

test("home is current at home only", () => {
  expect(currentAddress(["/", "/users"], "/")).toBe("/");
  expect(currentAddress(["/", "/users"], "/elsewhere")).toBeUndefined();
});

test("exactly one tab says that it is the current page", () => {
  here.path = "/my-settings/two-factor-login";
  render(<Tabs label="My settings" tabs={tabs} />);
  expect(screen.getByRole("navigation", { name: "My settings" })).toBeVisible();
  expect(screen.getByRole("link", { name: "Two Factor Login" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("link", { name: "Profile" })).not.toHaveAttribute("aria-current");
});

test("a page under a tab marks the tab, but not as the page itself", () => {
  here.path = "/my-settings/two-factor-login/replace";
  render(<Tabs label="My settings" tabs={tabs} />);
  expect(screen.getByRole("link", { name: "Two Factor Login" })).toHaveAttribute("aria-current", "true");
});

test.each([
  ["Ada Lovelace", "AL"],
  ["Cher", "C"],
  ["Jan van der Berg", "JB"],
  // As some keyboards write them: a letter, and its mark apart.
  ["E\u0301mile Zola", "E\u0301Z"],
  [
    "\u{1f469}\u200d\u{1f469}\u200d\u{1f467} Sales \u{1f44b}\u{1f3fd}",
    "\u{1f469}\u200d\u{1f469}\u200d\u{1f467}\u{1f44b}\u{1f3fd}",
  ],
  ["\u{1f1f3}\u{1f1f1} Ajax \u2764\ufe0f", "\u{1f1f3}\u{1f1f1}\u2764\ufe0f"],
])("%s is seen as %s, each sign whole", (name, initials) => {
  render(
    <Menu name={name} label="Account menu">
      <p />
    </Menu>,
  );
  expect(screen.getByRole("button").firstChild?.textContent).toBe(initials);
});
