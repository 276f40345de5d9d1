/** Adding users: what is mailed, and what is refused. */
import { describe, expect, test } from "vitest";
import { confirmEmail, lookAtActivation } from "@/lib/accounts/confirm-email";
import { requestActivationAgain } from "@/lib/accounts/send-activation";
import { database } from "@/lib/database/connection";
import { addUser } from "@/lib/organisations/add-user";
import { editUser } from "@/lib/organisations/edit-user";
import type { UserFields } from "@/lib/organisations/user-change";
import { limits } from "@/lib/throttle/limit";
import { at } from "../support/clock";
import { letters, linkFor } from "../support/mailbox";
import { holder, team, withOldProof } from "../support/staff";
import { acme, activationsAskedFor, newcomer, post, rowOf } from "../support/user-forms";
import { organisation, password, person, visitor } from "../support/world";

describe("adding a user", () => {
  test("whose address is free again each time, because they are moved on, floods nobody's mailbox", async () => {
    at("2027-05-03T14:32:00.000Z");
    const { invite, edit } = await acme();
    const { most } = limits["links-per-account-and-hour"];
    for (let added = 0; added < most; added += 1) {
      const una = await addUser(invite, newcomer, { sendActivation: added % 2 === 0 });
      if (!una.ok) throw new Error(una.code);
      const elsewhere = { ...newcomer, email: `una-${added}@example.com` };
      const basis = { revision: (await rowOf(una.value.id)).revision, sendActivation: false };
      expect((await editUser(edit, una.value.id, elsewhere, basis)).ok).toBe(true);
    }
    const again = await addUser(invite, newcomer, { sendActivation: true });
    expect(again).toMatchObject({ ok: false, code: "address-mailed-enough", until: expect.any(Date) });
  });

  test("with the box ticked mails a link, behind which the address is confirmed and a password chosen", async () => {
    const { invite } = await acme();
    const added = await addUser(invite, newcomer, { sendActivation: true });
    expect(added).toMatchObject({ ok: true, value: { told: "mailed" } });
    await post();
    const token = linkFor("una@example.com").searchParams.get("token") ?? "";
    expect(await lookAtActivation(token)).toMatchObject({ value: { needsPassword: true } });
    expect((await confirmEmail(token, password, visitor)).ok).toBe(true);
    if (added.ok) expect((await rowOf(added.value.id)).email_confirmed_at).not.toBeNull();
  });

  test("with the box ticked says in the letter who added them", async () => {
    const { invite } = await acme();
    await addUser(invite, newcomer, { sendActivation: true });
    await post();
    expect(letters(newcomer.email)[0]?.text).toContain(`${invite.name} added you to`);
  });

  test("is said in every later activation e-mail, too, and not who had that one sent", async () => {
    const { of, invite } = await acme();
    const added = await addUser(invite, newcomer, { sendActivation: false });
    const id = added.ok ? added.value.id : "";
    const bea = await holder(await person(of, { role: "administrator", name: "Bea Brown" }), "users.edit");
    const basis = { revision: (await rowOf(id)).revision, sendActivation: true };
    expect(await editUser(bea, id, newcomer, basis)).toMatchObject({ value: "activation" });
    await post();
    await requestActivationAgain(newcomer.email, visitor);
    await post();
    const texts = letters(newcomer.email).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain(`${invite.name} added you to`);
  });

  test("with the box ticked writes down who had the activation e-mail sent", async () => {
    const { ada, invite } = await acme();
    const added = await addUser(invite, newcomer, { sendActivation: true });
    const id = added.ok ? added.value.id : "";
    expect(await activationsAskedFor()).toEqual([{ actor_id: ada.id, target_id: id, result: "success" }]);
  });

  test("without the box, or deactivated, mails nothing, and says which", async () => {
    const { invite } = await acme();
    const unasked = await addUser(invite, newcomer, { sendActivation: false });
    expect(unasked).toMatchObject({ value: { told: "added" } });
    const away = { ...newcomer, email: "dan@example.com", status: "deactivated" as const };
    expect(await addUser(invite, away, { sendActivation: true })).toMatchObject({
      value: { told: "deactivated" },
    });
    await post();
    expect(letters()).toEqual([]);
    expect(await activationsAskedFor()).toEqual([]);
  });

  test("with an address that is in use anywhere, in whatever case, is refused", async () => {
    const { invite } = await acme();
    await person(await organisation(), { email: "Una@Example.com" });
    expect(await addUser(invite, newcomer, { sendActivation: true })).toMatchObject({ code: "email-taken" });
    await post();
    expect(letters()).toEqual([]);
  });

  test("twice adds them once: whoever may see them is led to them, and nothing is mailed or written again", async () => {
    const { of, invite } = await acme();
    const milan = await person(of, { role: "manager" });
    const [north, south] = [await team(of, "North", [milan]), await team(of, "South")];
    const una = { ...newcomer, teamIds: [north] };
    const add = (by: typeof invite, wanted: UserFields) => addUser(by, wanted, { sendActivation: true });
    const added = await add(invite, una);
    const id = added.ok ? added.value.id : "";
    const manager = await holder(milan, "users.invite");
    for (const by of [invite, manager])
      expect(await add(by, una)).toEqual({ ok: true, value: { id, told: "there-already" } });
    await post();
    expect(letters(una.email)).toHaveLength(1);
    expect(await activationsAskedFor()).toHaveLength(1);

    const others = [
      { name: "Una Poe" },
      { role: "manager" },
      { status: "deactivated" },
      { teamIds: [south] },
    ];
    for (const change of others)
      expect(await add(invite, { ...una, ...change } as UserFields)).toMatchObject({ code: "email-taken" });
    // Whoever fills in the very same elsewhere learns no more than that the address is taken.
    expect(await add((await acme()).invite, newcomer)).toMatchObject({ code: "email-taken" });
    // Nor does a manager once she is in none of their teams.
    await database().updateTable("team_members").set({ team_id: south }).where("user_id", "=", id).execute();
    expect(await add(manager, una)).toMatchObject({ code: "email-taken" });
  });

  test("above Member asks for a fresh proof", async () => {
    const { invite } = await acme();
    const wanted = { ...newcomer, role: "administrator" as const };
    const late = withOldProof(invite);
    expect(await addUser(late, wanted, { sendActivation: false })).toMatchObject({ code: "proof-not-fresh" });
    expect((await addUser(invite, wanted, { sendActivation: false })).ok).toBe(true);
  });

  test("by a manager puts them into one of the manager's teams, as a Member", async () => {
    const { of } = await acme();
    const milan = await person(of, { role: "manager" });
    const [own, other] = [await team(of, "North", [milan]), await team(of, "South")];
    const by = await holder(milan, "users.invite");
    const add = (change: Partial<UserFields>) =>
      addUser(by, { ...newcomer, ...change }, { sendActivation: false });
    expect(await add({ teamIds: [] })).toMatchObject({ code: "team-missing" });
    expect(await add({ teamIds: [own, other] })).toMatchObject({ code: "team-unknown" });
    expect(await add({ teamIds: [own], role: "manager" })).toMatchObject({ code: "role-not-yours-to-give" });
    expect((await add({ teamIds: [own] })).ok).toBe(true);
  });

  test("never into a team of another organisation", async () => {
    const { invite } = await acme();
    const foreign = await team(await organisation(), "Foreign");
    const added = await addUser(invite, { ...newcomer, teamIds: [foreign] }, { sendActivation: false });
    expect(added).toMatchObject({ code: "team-unknown" });
  });
});
