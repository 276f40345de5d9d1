/** Who may hand out which role, and who reaches nobody. */
import { describe, expect, test } from "vitest";
import type { Scope } from "@/lib/organisations/permission";
import { mayHandOut, reachesNobody, rolesToHandOut } from "@/lib/organisations/visibility";
import type { Role } from "@/lib/sessions/session";

const north = { id: "4f3d0c1e-0000-4000-8000-000000000001", name: "North" };

describe("a role is handed out", () => {
  test.each<[Role, Role, boolean]>([
    ["administrator", "administrator", true],
    ["administrator", "manager", true],
    ["administrator", "member", true],
    ["manager", "administrator", false],
    ["manager", "manager", false],
    ["manager", "member", true],
    ["member", "administrator", false],
    ["member", "manager", false],
    ["member", "member", true],
  ])("by %s: %s is %s", (own, role, allowed) => {
    expect(mayHandOut(own, role)).toBe(allowed);
    expect(rolesToHandOut(own).includes(role)).toBe(allowed);
  });
});

test.each<[Scope, { id: string; name: string }[], boolean]>([
  ["own-teams", [], true],
  ["own-teams", [north], false],
  ["whole-organisation", [], false],
])("whoever reaches %s, and has the teams %j, reaches nobody: %s", (scope, teams, nobody) => {
  expect(reachesNobody(scope, teams)).toBe(nobody);
});
