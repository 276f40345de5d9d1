/** How the paper looks: inline for every mail client, and the dark set for those that know a media query. */
import type { CSSProperties } from "react";

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

// The colours of components/theme.css, in the notation that mail clients understand.
const light = { desk: "#f0f4f5", sheet: "#ffffff", line: "#dce3e4", ink: "#142227", muted: "#4f5e63" };
const dark = { desk: "#0a1114", sheet: "#121a1e", line: "#283438", ink: "#eaf0f1", muted: "#a2afb3" };
const accent = { light: "#00626b", lightInk: "#ffffff", dark: "#68d2d1", darkInk: "#04191e" };

/** The styles of each part; its class is the same name, for the dark set. */
export const paper = {
  // People's names may be one long word, which must not make the letter wider than a phone.
  desk: { padding: "32px 12px", backgroundColor: light.desk, fontFamily: font, wordBreak: "break-word" },
  sheet: {
    maxWidth: "600px",
    padding: "36px 40px 24px",
    backgroundColor: light.sheet,
    border: `1px solid ${light.line}`,
    borderRadius: "12px",
  },
  organisation: { margin: "0 0 28px", color: light.muted, fontSize: "14px", fontWeight: 600 },
  heading: { margin: "0 0 20px", color: light.ink, fontSize: "24px", lineHeight: "32px", fontWeight: 650 },
  subheading: { margin: "28px 0 4px", color: light.ink, fontSize: "16px", lineHeight: "24px" },
  text: { margin: "0 0 16px", color: light.ink, fontSize: "16px", lineHeight: "26px" },
  muted: { margin: "0 0 20px", color: light.muted, fontSize: "14px", lineHeight: "22px" },
  button: {
    display: "inline-block",
    margin: "8px 0 24px",
    padding: "14px 28px",
    backgroundColor: accent.light,
    borderRadius: "8px",
    color: accent.lightInk,
    fontSize: "16px",
    fontWeight: 600,
    textDecoration: "none",
  },
  code: {
    margin: "8px 0 24px",
    padding: "20px 12px",
    backgroundColor: light.desk,
    borderRadius: "8px",
    color: light.ink,
    fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
    fontSize: "40px",
    lineHeight: "48px",
    fontWeight: 600,
    letterSpacing: "6px",
    textAlign: "center",
  },
  foot: {
    margin: "20px auto 0",
    maxWidth: "600px",
    color: light.muted,
    fontSize: "13px",
    lineHeight: "20px",
  },
} satisfies Record<string, CSSProperties>;

/** What inline styles cannot say. The dark colours must win over the inline ones, hence `!important`. */
export const sheetOfStyles = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  body { margin: 0; background-color: ${light.desk}; }
  @media (prefers-color-scheme: dark) {
    body, .desk { background-color: ${dark.desk} !important; }
    .sheet { background-color: ${dark.sheet} !important; border-color: ${dark.line} !important; }
    .heading, .subheading, .text, .code { color: ${dark.ink} !important; }
    .organisation, .muted, .foot { color: ${dark.muted} !important; }
    .code { background-color: ${dark.line} !important; }
    .button { background-color: ${accent.dark} !important; color: ${accent.darkInk} !important; }
  }
  @media (max-width: 480px) {
    .sheet-inside { padding: 28px 22px 16px !important; }
    /* So that the longest word of a heading, "Wiederherstellungscode", stays whole on the narrowest of phones. */
    .heading { font-size: 20px !important; line-height: 28px !important; }
  }
`;
