/** WCAG 2.2, 1.4.3 and 1.4.11, held for the tokens themselves, so that no page can break them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const css = readFileSync("components/theme.css", "utf8");
const [light = "", dark = ""] = css.split("@media screen and (prefers-color-scheme: dark)");
const darkOnly = dark.split("@media print")[0] ?? "";

/** Relative luminance of `oklch(L C H)`, by the matrices of CSS Color 4. */
function luminance([lightness, chroma, hue]: [number, number, number]): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (share: number) => Math.min(1, Math.max(0, share));
  const red = clip(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short);
  const green = clip(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short);
  const blue = clip(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function token(theme: string, name: string): number {
  const found = new RegExp(`--${name}: oklch\\(([\\d. ]+)\\)`).exec(theme)?.[1]?.split(" ").map(Number);
  if (found?.length !== 3) throw new Error(`no --${name} in the theme`);
  return luminance(found as [number, number, number]);
}

function contrast(theme: string, one: string, other: string): number {
  const [high = 0, low = 0] = [token(theme, one), token(theme, other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const themes = { light, dark: darkOnly };
const grounds = ["canvas", "surface", "sunken"];
const texts = [
  ...["ink", "muted", "accent", "danger"].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ...["accent", "danger", "success", "warning"].map((tone) => [tone, `${tone}-soft`] as const),
  ...["accent", "danger", "success", "warning"].map((tone) => ["ink", `${tone}-soft`] as const),
  ...["accent", "accent-strong"].map((ground) => ["accent-ink", ground] as const),
  ...["danger", "danger-strong"].map((ground) => ["danger-ink", ground] as const),
  ["muted", "accent-soft"] as const,
];

test.each(Object.entries(themes))("every text of the %s theme has 4.5:1 on its ground", (_, theme) => {
  const weak = texts.filter(([text, ground]) => contrast(theme, text, ground) < 4.5);
  expect(weak).toEqual([]);
});

test.each(Object.entries(themes))("every control of the %s theme has 3:1 around it", (_, theme) => {
  const weak = grounds.filter((ground) => contrast(theme, "control", ground) < 3);
  expect(weak).toEqual([]);
});
