import { z } from "zod";

export const ConditionValue = z.object({
  type: z.enum(["number", "name", "date", "text", "truth"]),
  /** A number is exact text in the field's own unit (a percentage as a ratio, money in pounds). */
  value: z.string(),
});
export type ConditionValue = z.infer<typeof ConditionValue>;

/** Which rows count. A comparison with a missing cell is neither true nor false, and the row does not count. */
export type Condition =
  | { kind: "all"; of: Condition[] }
  | { kind: "any"; of: Condition[] }
  | { kind: "not"; of: Condition }
  | { kind: "compare"; field: string; comparison: Comparison; value: ConditionValue }
  | { kind: "known"; field: string };

export const Comparison = z.enum(["is", "is-not", "at-least", "at-most", "above", "below"]);
export type Comparison = z.infer<typeof Comparison>;

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("all"), of: z.array(Condition) }),
    z.object({ kind: z.literal("any"), of: z.array(Condition) }),
    z.object({ kind: z.literal("not"), of: Condition }),
    z.object({ kind: z.literal("compare"), field: z.string(), comparison: Comparison, value: ConditionValue }),
    z.object({ kind: z.literal("known"), field: z.string() }),
  ]),
);
