/** What of an event is written for machines, said for people. */
import { eventsOfTheSystem } from "@/lib/audit/event";
import type { ListedEvent } from "@/lib/audit/listed-event";
import { isId } from "@/lib/kernel/id";
import type { Words } from "@/lib/words/words";

type Audit = Words["audit"];

/** Who acted, as they are called today. */
export function actorText({ event, actor }: Pick<ListedEvent, "event" | "actor">, words: Audit): string {
  if (actor) return actor.name;
  return eventsOfTheSystem.includes(event) ? words.theSystem : words.nobodyKnown;
}

/** The reason of an event: ours in words, an administrator's own as it was typed. */
export function reasonText({ reason }: Pick<ListedEvent, "reason">, words: Audit): string | null {
  return reason === null ? null : known(words.reasons, reason);
}

/** How somebody proved who they are, or tried to; nothing where the event says it by itself. */
export function methodText(
  { event, method }: Pick<ListedEvent, "event" | "method">,
  words: Audit,
): string | null {
  return method === null || event.startsWith("password.") ? null : known(words.methods, method);
}

/** The details of an event that have a name for people, a fact each; what changed from what to what. */
export function detailTexts({ detail }: Pick<ListedEvent, "detail">, words: Audit): string[] {
  const labels: Record<string, string> = words.details;
  return Object.entries(detail ?? {}).flatMap(([name, value]) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    // Ids are for whoever reads the database; and a filter that is not set says nothing.
    if (!label || isId(value) || value === "all") return [];
    // Teams are kept by their ids, too.
    if (name === "teams") return [label];
    const text =
      Array.isArray(value) && value.length === 2
        ? words.changed(valueText(value[0], words), valueText(value[1], words))
        : valueText(value, words);
    return text === words.values.nothing ? [] : [`${label}: ${text}`];
  });
}

function valueText(value: unknown, words: Audit): string {
  if (value === null || value === "") return words.values.nothing;
  if (typeof value === "boolean") return words.values[`${value}`];
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function known(texts: Record<string, string>, name: string): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
}
