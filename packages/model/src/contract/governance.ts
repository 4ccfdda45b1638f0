import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Named } from "./common.js";

/** A board: who sits on it, and how it decides. It pays nothing; figures and missing values may be left to it. */
export const Governance = Named.extend({
  seats: z.array(z.object({ party: z.string(), count: z.number().int().min(1) })),
  decides: z.enum(["unanimously", "majority", "two-thirds"]),
  /** "every 2 weeks", or once in each of the contract's own periods. */
  meets: z
    .union([z.object({ every: z.number().int().min(1), unit: z.string() }), z.object({ each: PeriodKind })])
    .optional(),
});
export type Governance = z.infer<typeof Governance>;
