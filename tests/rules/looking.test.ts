/** A page of a sending that nobody looks at must not keep an Administrator's session alive. */
import { expect, test } from "vitest";
import { looksFor, openedAt } from "@/app/(signed-in)/administration/users/resend/[job]/looking";
import { minutes } from "@/lib/kernel/duration";
import { idleLimit } from "@/lib/sessions/session";

const at = new Date("2026-05-03T12:00:00Z");
const ago = (time: number) => new Date(at.getTime() - time);
const opened = (said: string) => openedAt({ opened: said }, at);

test("it looks again for ten minutes, which is less than an Administrator may be idle", () => {
  expect(looksFor).toBe(minutes(10));
  expect(looksFor).toBeLessThan(idleLimit.administrator);
});

test("without JavaScript the address counts the ten minutes, and not one millisecond more", () => {
  const young = ago(looksFor - 1);
  expect(opened(String(young.getTime()))).toEqual(young);
  expect(opened(String(ago(looksFor).getTime()))).toBeNull();
});

test("what cannot be a moment of the past begins now", () => {
  const later = String(at.getTime() + 1);
  for (const said of ["", "soon", "1e999", later]) expect(opened(said)).toEqual(at);
  expect(openedAt({}, at)).toEqual(at);
});
