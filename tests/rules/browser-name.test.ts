/** A browser is called by a name that browsers have, in letters and lists: what it says of itself is a stranger's text. */
import { expect, test } from "vitest";
import { browserParts } from "@/lib/sessions/browser-name";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36", "Chrome", "Linux"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15", "Safari", "iOS"],
  ["Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Mobile XiaoMi/MiuiBrowser/13.5", "Miui", "Android"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 17_0) Safari/604.1 OPT/4.3", "Opera Touch", "iOS"],
])("%s is %s on %s", (userAgent, browser, system) => {
  expect(browserParts(userAgent)).toEqual({ browser, system });
});

test.each([
  ["Call 555 0100 and see https://evil.example/verify now", null],
  ["Your account is blocked: evil.example/1.0 (Windows NT 10.0)", "Windows"],
  ["evil.example/1.0 -", null],
  ["curl/8.14.1", null],
  [" ", null],
])("nothing that it has made up is its name: %s", (userAgent, system) => {
  expect(browserParts(userAgent)).toEqual({ browser: null, system });
});
