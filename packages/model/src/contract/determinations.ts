import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { IsoDateText, Named, RationalText } from "./common.js";

/** What a board or party decided of one payment in one period, beside what was computed (rule 16). */
export const Determination = Named.extend({
  decided: IsoDateText,
  /** A party or board of the contract. */
  by: z.object({ name: z.string(), title: z.string().optional() }),
  payment: z.string(),
  /** The key of the row, where the payment is worked out for each of a participant set. */
  row: z.string().optional(),
  period: z.object({ kind: PeriodKind, label: z.string(), from: IsoDateText, to: IsoDateText }),
  pays: RationalText,
  because: z.string(),
});
export type Determination = z.infer<typeof Determination>;
