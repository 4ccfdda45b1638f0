import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { SourceRange } from "./common.js";

/**
 * `on account 1/12 of the pool each month, settled each year`: instalments that are paid before the payment is worked out,
 * and set against it when it is.
 */
export const OnAccount = z.object({
  /** The periods that have an instalment each; shorter than the payment's own. */
  each: PeriodKind,
  /** The node of one instalment before rounding. */
  value: z.string(),
  /** `instalment`: the node is read over the instalment's period; `whole`: over the payment's, as if the term did not cut it. */
  over: z.enum(["instalment", "whole"]),
  /** Which of the payment's branches says who pays whom: the one whose named parties receive, where there is one. */
  branch: z.number().int().min(0),
  source: SourceRange,
});
export type OnAccount = z.infer<typeof OnAccount>;
