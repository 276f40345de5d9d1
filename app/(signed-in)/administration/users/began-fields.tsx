"use client";

import { useField } from "@/components/field-state";
import { HiddenField } from "@/components/hidden-field";

type Props = { user: { name: string; email: string; role: string; status: string; teamIds: string[] } };

/** What the form began with travels along unseen: where somebody else was faster, it shows what was touched here. */
export function BeganFields({ user: { name, email, role, status, teamIds } }: Props) {
  const teams = useField({ name: "beganTeams", label: "" });
  const kept = teams.cameBack ? [teams.typed ?? []].flat() : teamIds;
  return (
    <>
      <HiddenField name="beganName" value={name} />
      <HiddenField name="beganEmail" value={email} />
      <HiddenField name="beganRole" value={role} />
      <HiddenField name="beganStatus" value={status} />
      {kept.map((id) => (
        <input key={id} type="hidden" name="beganTeams" value={id} />
      ))}
    </>
  );
}
