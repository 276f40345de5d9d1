import { beforeEach, expect, test, vi } from "vitest";
import { currentAddress } from "@/components/current-address";
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
