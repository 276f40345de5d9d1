/** What of an event is written for machines, said for people. */
import { eventsOfTheSystem } from "@/lib/audit/event";
import type { ListedEvent } from "@/lib/audit/listed-event";
import type { Reason } from "@/lib/audit/reason";
import { isId } from "@/lib/kernel/id";
import { isolated } from "@/lib/words/isolated";
import { languageNames } from "@/lib/words/language";
import type { Words } from "@/lib/words/words";

type Audit = Words["audit"];

/** Who acted, as they are called today. */
export function actorText({ event, actor }: Pick<ListedEvent, "event" | "actor">, words: Audit): string {
  if (actor) return actor.name;
  return eventsOfTheSystem.includes(event) ? words.theSystem : words.nobodyKnown;
}

/** The reason of an event: ours in words, an administrator's own as it was typed. */
export function reasonText({ reason }: Pick<ListedEvent, "reason">, words: Audit): string | null {
  // The compiler asks for words of each.
  const ours: Record<Reason, string> = words.reasons;
  return reason === null ? null : known(ours, reason);
}

/** How somebody proved who they are, or tried to; nothing where the event says it by itself. */
export function methodText(
  { event, method }: Pick<ListedEvent, "event" | "method">,
  words: Audit,
): string | null {
  return method === null || event.startsWith("password.") ? null : known(words.methods, method);
}

/** The details of an event that have a name for people, a fact each; what changed from what to what. */
export function detailTexts({ detail }: Pick<ListedEvent, "detail">, words: Words): string[] {
  const { details, changed, values } = words.audit;
  const labels: Record<string, string> = details;
  return Object.entries(detail ?? {}).flatMap(([name, value]) => {
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    const codes = codesOf(name, words);
    // Ids are for whoever reads the database; and a filter that is not set says nothing. A word that was typed does.
    if (!label || isId(value) || (value === "all" && codes)) return [];
    // Where teams are kept by their ids alone, as in what was recorded before their names were.
    if (name === "teams" && [value].flat(2).some((team) => typeof team === "string")) return [label];
    const said = (one: unknown) => valueText(one, codes ?? {}, words.audit);
    const text =
      Array.isArray(value) && value.length === 2 ? changed(said(value[0]), said(value[1])) : said(value);
    return text === values.nothing ? [] : [`${label}: ${text}`];
  });
}

/** What the codes that a detail may hold are called; whatever is none of them, or has none, is said as it was typed. */
function codesOf(name: string, { audit, users }: Words): Record<string, string> | undefined {
  const codes: Record<string, Record<string, string>> = {
    role: users.roles,
    status: users.statuses,
    language: languageNames,
    allowedMethods: audit.methods,
    letter: audit.letters,
    email: { confirmed: users.search.confirmed, "not-confirmed": users.search["not-confirmed"] },
    twoFactor: users.search,
    sort: audit.sorts,
    event: { ...audit.groups, ...audit.events },
    result: audit.results,
  };
  return codes[name];
}

function valueText(value: unknown, codes: Record<string, string>, { values, andMore }: Audit): string {
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return values.nothing;
  if (typeof value === "boolean") return values[`${value}`];
  const texts = [value].flat().map((one) => (isMore(one) ? andMore(one.more) : known(codes, nameOf(one))));
  return texts.length > 1 ? texts.map(isolated).join(", ") : texts.join();
}

/** A team is kept with the name that it had then; everything else is its own name. */
const nameOf = (value: unknown) =>
  String(typeof value === "object" && value !== null && "name" in value ? value.name : value);

/** How many teams are not named. */
const isMore = (value: unknown): value is { more: number } =>
  typeof value === "object" && value !== null && "more" in value;

function known(texts: Record<string, string>, name: string): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
}
