import type { Source } from "../sources/resolve.js";
import { type Target, targetOf } from "./references.js";

const targetsIn = ({ settings }: Source): Target[] =>
  Object.entries(settings.refersTo ?? {}).map(([field, written]) => targetOf(written, field));

/** The fields of each source that rows of others, or its own, are looked up in. Only fields that there are. */
export function targetsOf(sources: readonly Source[]): Map<string, Target[]> {
  const targets = new Map<string, Target[]>();
  for (const target of sources.flatMap(targetsIn)) {
    const need = sources.find(({ need }) => need.name === target.records)?.need;
    if (need?.role !== "records" || !need.records.fields.some(({ name }) => name === target.field)) continue;
    const known = targets.get(target.records) ?? [];
    if (!known.some(({ field }) => field === target.field)) targets.set(target.records, [...known, target]);
  }
  return targets;
}

/** The sources, those that others refer to before them; where two refer to each other, in the contract's order. */
export function referredFirst(sources: readonly Source[]): Source[] {
  const placed: Source[] = [];
  const waiting = [...sources];
  while (waiting.length > 0) {
    const waits = (source: Source): boolean =>
      targetsIn(source).some(
        ({ records }) => records !== source.need.name && waiting.some(({ need }) => need.name === records),
      );
    const ready = waiting.findIndex((source) => !waits(source));
    placed.push(...waiting.splice(Math.max(0, ready), 1));
  }
  return placed;
}
