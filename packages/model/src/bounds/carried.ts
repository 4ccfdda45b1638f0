import type { ContractModel } from "../contract/contract.js";

/** A part of a contract that others name: a node by its id, a payment, a metric, a figure and so on by its name. */
type Part = unknown;

/**
 * The names of those parts of a contract that mean what they meant in an older version of it, and so does everything that
 * they read, however it is written and wherever it stands. Undefined where the contracts differ in what touches all of it.
 */
export function unchangedParts(older: ContractModel, newer: ContractModel): ReadonlySet<string> | undefined {
  if (!isSame(surroundings(older), surroundings(newer))) return undefined;
  const [before, now] = [partsOf(older), partsOf(newer)];
  const changed = new Set<string>();
  const readers = new Map<string, string[]>();
  for (const [name, parts] of now) {
    if (!isSame(before.get(name), parts)) changed.add(name);
    for (const read of namesIn(parts)) {
      if (read === name || !now.has(read)) continue;
      const known = readers.get(read);
      if (known) known.push(name);
      else readers.set(read, [name]);
    }
  }
  const spreading = [...changed];
  for (let name = spreading.pop(); name !== undefined; name = spreading.pop()) {
    for (const reader of readers.get(name) ?? []) {
      if (changed.has(reader)) continue;
      changed.add(reader);
      spreading.push(reader);
    }
  }
  return new Set([...now.keys()].filter((name) => !changed.has(name)));
}

/** What any amount may depend on without naming it. */
const surroundings = ({ term, yearStarts, settled, rounding, division, currency, ...rest }: ContractModel) => [
  { term, yearStarts, settled, rounding, division, currency },
  [rest.parties, rest.groups, rest.participants, rest.limits, rest.cards, rest.records],
];

function partsOf({ nodes, payments, metrics, figures, tallies, tables }: ContractModel): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  const put = (name: string, part: Part): void => {
    const same = parts.get(name);
    if (same) same.push(part);
    else parts.set(name, [part]);
  };
  for (const [id, node] of Object.entries(nodes)) put(id, node);
  for (const part of [...payments, ...metrics, ...figures, ...tallies, ...tables]) put(part.name, part);
  return parts;
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** The same but for where it is written. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isPlain(a) || !isPlain(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  let more = 0;
  for (const key in a) {
    if (key === "source") continue;
    if (!isSame(a[key], b[key])) return false;
    more++;
  }
  for (const key in b) if (key !== "source") more--;
  return more === 0;
}

function* namesIn(value: unknown): Iterable<string> {
  if (typeof value === "string") yield value;
  if (!isPlain(value)) return;
  for (const key in value) {
    if (key === "source") continue;
    const inner = value[key];
    if (typeof inner === "string") yield inner;
    else if (isPlain(inner)) yield* namesIn(inner);
  }
}
