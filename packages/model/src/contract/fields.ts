import { z } from "zod";
import { RationalText, SourceRange } from "./common.js";

/** The type of a column of records, of a participant's attribute or of a figure. */
export const FieldType = z.discriminatedUnion("type", [
  z.object({ type: z.literal("pseudonym") }),
  z.object({ type: z.literal("date") }),
  z.object({ type: z.literal("text") }),
  /** Exact decimal in the contract's currency. */
  z.object({ type: z.literal("money") }),
  /** Written 12.5 or 12.5% in data, unless `fraction`: then 0.125. Held as a ratio. */
  z.object({ type: z.literal("percentage"), fraction: z.boolean() }),
  /** yes/no, true/false, 1/0 in data. */
  z.object({ type: z.literal("truth") }),
  z.object({ type: z.literal("category"), values: z.array(z.string()) }),
  z.object({ type: z.literal("whole"), from: RationalText.optional(), to: RationalText.optional() }),
  z.object({ type: z.literal("number"), from: RationalText.optional(), to: RationalText.optional() }),
  /** A count of something: people, spells, claims. Not negative, whole. */
  z.object({ type: z.literal("count"), of: z.string() }),
  /** A member of a participant set, by key. */
  z.object({ type: z.literal("member"), of: z.string() }),
]);
export type FieldType = z.infer<typeof FieldType>;

export const Field = z.object({ name: z.string(), type: FieldType, mayBeMissing: z.boolean(), source: SourceRange });
export type Field = z.infer<typeof Field>;
