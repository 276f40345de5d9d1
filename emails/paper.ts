/** How the paper looks: inline for every mail client, and the dark set for those that know a media query. */
import type { CSSProperties } from "react";

const font = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** The styles of each part, by the class that the dark set names it with. */
export const paper = {
  desk: { margin: 0, padding: "32px 12px", backgroundColor: "#f3f4f7", fontFamily: font },
  sheet: {
    maxWidth: "600px",
    padding: "36px 40px",
    backgroundColor: "#ffffff",
    border: "1px solid #e2e5ec",
    borderRadius: "12px",
  },
  organisation: {
    margin: "0 0 28px",
    color: "#5a6476",
    fontSize: "14px",
    lineHeight: "20px",
    fontWeight: 600,
  },
  heading: { margin: "0 0 20px", color: "#171c26", fontSize: "24px", lineHeight: "32px", fontWeight: 650 },
  subheading: {
    margin: "28px 0 4px",
    color: "#171c26",
    fontSize: "16px",
    lineHeight: "24px",
    fontWeight: 650,
  },
  text: { margin: "0 0 16px", color: "#2b3342", fontSize: "16px", lineHeight: "26px" },
  muted: { margin: "0 0 8px", color: "#5a6476", fontSize: "14px", lineHeight: "22px" },
  button: {
    display: "inline-block",
    margin: "8px 0 24px",
    padding: "14px 28px",
    backgroundColor: "#2b57d9",
    borderRadius: "8px",
    color: "#ffffff",
    fontSize: "16px",
    fontWeight: 600,
    textDecoration: "none",
  },
  code: {
    margin: "8px 0 24px",
    padding: "20px 12px",
    backgroundColor: "#f3f4f7",
    borderRadius: "8px",
    color: "#171c26",
    fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, monospace",
    fontSize: "40px",
    lineHeight: "48px",
    fontWeight: 600,
    letterSpacing: "6px",
    textAlign: "center",
  },
  fact: {
    padding: "4px 24px 4px 0",
    color: "#2b3342",
    fontSize: "15px",
    lineHeight: "22px",
    textAlign: "left",
  },
  foot: { margin: "20px auto 0", maxWidth: "600px", color: "#5a6476", fontSize: "13px", lineHeight: "20px" },
} satisfies Record<string, CSSProperties>;

/** The same parts for readers who prefer a dark screen. Inline styles win otherwise, hence `!important`. */
export const darkPaper = `
  :root { color-scheme: light dark; supported-color-schemes: light dark; }
  @media (prefers-color-scheme: dark) {
    .desk { background-color: #0f1217 !important; }
    .sheet { background-color: #191d25 !important; border-color: #2c323d !important; }
    .heading, .subheading, .code { color: #f1f3f7 !important; }
    .text, .fact { color: #d4d9e3 !important; }
    .organisation, .muted, .foot { color: #a3adbd !important; }
    .code { background-color: #242a35 !important; }
    .button { background-color: #4672f0 !important; }
  }
  @media (max-width: 480px) {
    .sheet-inside { padding: 28px 22px !important; }
  }
`;
