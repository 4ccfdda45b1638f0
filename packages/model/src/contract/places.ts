import { z } from "zod";
import { RationalText, SourceRange } from "./common.js";
import type { ParticipantSet } from "./parties.js";

/**
 * What makes a participant set a level of places. Each row of the level below holds, in a field named after this level,
 * the place that it belongs to.
 */
export const PlaceLevel = z.object({
  /** The level whose places make up these; absent for the lowest, which is read from a file. */
  of: z.string().optional(),
  /** `each population from 30,000 to 55,000`: the sum over the places beneath keeps within. */
  limits: z.array(z.object({ field: z.string(), from: RationalText, to: RationalText, source: SourceRange })),
});
export type PlaceLevel = z.infer<typeof PlaceLevel>;

type Sets = readonly ParticipantSet[];

/**
 * The fields that lead from a row of one set up to a member of another, in order: from a ward, `neighbourhood` and then
 * `locality`; none from a set to itself. Undefined where nothing leads there.
 */
export function pathTo(sets: Sets, from: string, to: string, seen: readonly string[] = []): string[] | undefined {
  if (from === to) return [];
  if (seen.includes(from)) return undefined;
  for (const { name, type } of sets.find((set) => set.name === from)?.fields ?? []) {
    const rest = type.type === "member" ? pathTo(sets, type.of, to, [...seen, from]) : undefined;
    if (rest) return [name, ...rest];
  }
  return undefined;
}

/** The member that a row belongs to, along the fields of `pathTo`; null where the row belongs to none. */
export function memberAt(sets: Sets, from: string, key: string, path: readonly string[]): string | null {
  const [field, ...rest] = path;
  if (field === undefined) return key;
  const set = sets.find((candidate) => candidate.name === from);
  const type = set?.fields.find(({ name }) => name === field)?.type;
  const member = set?.rows.find((row) => row.key === key)?.values[field];
  return member == null || type?.type !== "member" ? null : memberAt(sets, type.of, member, rest);
}
