/** What of an event is written for machines, said for people. */
import type { ListedEvent } from "@/lib/audit/listed-event";
import type { Words } from "@/lib/words/words";

type Audit = Words["audit"];

/** The reason of an event: ours in words, an administrator's own as it was typed. */
export function reasonText({ reason }: Pick<ListedEvent, "reason">, words: Audit): string | null {
  return reason === null ? null : known(words.reasons, reason);
}

/** How somebody proved who they are, or tried to. */
export function methodText({ method }: Pick<ListedEvent, "method">, words: Audit): string | null {
  return method === null ? null : known(words.methods, method);
}

/** The details of an event, a fact each; what changed from what to what. */
export function detailTexts({ detail }: Pick<ListedEvent, "detail">, words: Audit): string[] {
  return Object.entries(detail ?? {}).map(([name, value]) => {
    const label = known(words.details, name);
    // Teams are kept by their ids, which tell nobody anything.
    if (name === "teams") return label;
    const isChange = Array.isArray(value) && value.length === 2;
    const text = isChange
      ? words.changed(valueText(value[0], words), valueText(value[1], words))
      : valueText(value, words);
    return `${label}: ${text}`;
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
