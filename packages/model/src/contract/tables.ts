import { z } from "zod";
import { Unit } from "../units/unit.js";
import { Named, RationalText } from "./common.js";

/**
 * Terms that differ by a key: `table terms for each track { … }`, or `define fee for each member as a £60,000, b £40,000`
 * (one column, named after the definition). A cell that is "none" is null: no such limit, no such term.
 */
export const Table = Named.extend({
  /** What the key is: a category field ("track"), a participant set, or "party". */
  key: z.string(),
  columns: z.array(z.object({ name: z.string(), unit: Unit })),
  rows: z.array(z.object({ key: z.string(), cells: z.record(z.string(), RationalText.nullable()) })),
});
export type Table = z.infer<typeof Table>;
