/** The only list of letters: whatever sends, tests or previews letters goes through it. */
import type { ReactElement } from "react";
import * as activation from "./activation";
import * as emailChangedNew from "./email-changed-new";
import * as emailChangedOld from "./email-changed-old";
import * as helpRequest from "./help-request";
import type { Spoken } from "./letter";
import * as methodOff from "./method-off";
import * as methodOn from "./method-on";
import * as newBrowserLogin from "./new-browser-login";
import * as passwordChanged from "./password-changed";
import * as passwordEntered from "./password-entered";
import * as passwordReset from "./password-reset";
import * as recoveryCodeUsed from "./recovery-code-used";
import * as securityCode from "./security-code";
import * as twoFactorChanged from "./two-factor-changed";
import * as twoFactorOff from "./two-factor-off";
import * as twoFactorOn from "./two-factor-on";
import * as twoFactorReset from "./two-factor-reset";

/** Each letter by its name: `subject`, the component as `default`, and a `sample` of its props. */
export const letters = {
  activation,
  "email-changed-new": emailChangedNew,
  "email-changed-old": emailChangedOld,
  "help-request": helpRequest,
  "method-off": methodOff,
  "method-on": methodOn,
  "new-browser-login": newBrowserLogin,
  "password-changed": passwordChanged,
  "password-entered": passwordEntered,
  "password-reset": passwordReset,
  "recovery-code-used": recoveryCodeUsed,
  "security-code": securityCode,
  "two-factor-changed": twoFactorChanged,
  "two-factor-off": twoFactorOff,
  "two-factor-on": twoFactorOn,
  "two-factor-reset": twoFactorReset,
};

export type LetterName = keyof typeof letters;

/** What the letter `Name` must be told; its language comes from whoever sends it. */
export type LetterProps<Name extends LetterName> = Omit<(typeof letters)[Name]["sample"], "language">;

/** A letter to be sent: its name and what it must be told. */
export type Letter<Name extends LetterName = LetterName> = {
  [Each in Name]: { name: Each; props: LetterProps<Each> };
}[Name];

/** What every entry of the catalogue is, seen from outside. */
export type Written<Props> = {
  subject(props: Props & Spoken): string;
  default(props: Props & Spoken): ReactElement;
};
