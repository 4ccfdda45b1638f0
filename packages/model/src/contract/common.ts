import { z } from "zod";
import { isDate } from "../time/date.js";
import { PeriodKind } from "../time/period.js";
import { Unit } from "../units/unit.js";

/** An exact number as text: "12", "-3.075" or "1/3" (see `Rational.parse`). */
export const RationalText = z.string().regex(/^-?\d+(\.\d+)?$|^-?\d+\/[1-9]\d*$/);
export const IsoDateText = z.string().refine(isDate, "a date that the calendar has, as 2026-04-01");

/** Where in the contract's text something stands. Lines and columns count from 1; `offset` and `length` in UTF-16 units. */
export const SourceRange = z.object({
  file: z.string().optional(),
  line: z.number().int(),
  column: z.number().int(),
  offset: z.number().int(),
  length: z.number().int(),
});
export type SourceRange = z.infer<typeof SourceRange>;

export const Named = z.object({ name: z.string(), title: z.string().optional(), source: SourceRange });

/** What happens when a value is not reported (rule 11). There is no default: a contract says which. */
export const MissingPolicy = z.object({
  kind: z.enum(["met", "missed", "baseline", "hold", "share-weight", "defer", "decide"]),
  /** For `hold`: the node that gives the value where no earlier period has one. */
  first: z.string().optional(),
  /** For `decide`: the party or board that decides. */
  by: z.string().optional(),
  source: SourceRange,
});
export type MissingPolicy = z.infer<typeof MissingPolicy>;

/** What every node of the graph carries besides its operands. */
export const NodeBase = z.object({
  id: z.string(),
  unit: Unit,
  /** The kind of period the value belongs to; null where it is the same in all of them. */
  grain: PeriodKind.nullable(),
  /** What the value varies over: names of participant sets, or "party". */
  axes: z.array(z.string()),
  source: SourceRange,
  /** The name that the contract gives it, where it has one ("target-cost", "emergency-rate"). */
  name: z.string().optional(),
  title: z.string().optional(),
  /** The reader's own name for a step (`then cap: …`). */
  label: z.string().optional(),
  /** Decimals that the contract shows it to. Printing only. */
  decimals: z.number().int().optional(),
});
export type NodeBase = z.infer<typeof NodeBase>;
