/** Codes as people ask for them, answer them, and mistype them. */
import { completeLogin } from "@/lib/login/complete-login";
import { issueChallenge } from "@/lib/two-factor/issue-challenge";
import { visitor } from "./world";

export const sendCode = (token: string, resend = false) => issueChallenge(token, { resend, visitor });

export const answerByMail = (token: string, code: string) => completeLogin(token, "email", code, visitor);

/** Six digits that are wrong where `code` is right. */
export const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");
