import { z } from "zod";

const Name = z.string().min(1);

/** Control totals, as whoever made an extract states them. */
export const StatedTotals = z.strictObject({
  rows: z.number().int().min(0).optional().describe("How many rows the extract has, the header not counted"),
  sums: z
    .record(Name, z.string().regex(/^-?\d+(\.\d+)?$/, "is not a plain number in quotation marks, as 12345.50"))
    .optional()
    .describe("What a column adds up to over all rows, in quotation marks: it is an exact number"),
});
export type StatedTotals = z.infer<typeof StatedTotals>;

/** What must hold of the rows of a source, beyond what the contract says of each cell: entries of `data.json`. */
export const qualitySettings = {
  unique: z
    .array(z.union([Name, z.array(Name).min(1)]))
    .min(1)
    .optional()
    .describe("Columns of which no two rows have the same value; in a list of their own, not the same values together"),
  refersTo: z
    .record(Name, Name)
    .optional()
    .describe("A field of these records, and the field of other records in which its value must stand: people.person"),
  addsUp: z
    .record(Name, z.array(Name).min(1))
    .optional()
    .describe("A field that must be the sum of other fields of its row, and those fields"),
  outsideTerm: z
    .enum(["set aside", "keep"])
    .optional()
    .describe("What becomes of rows dated outside the term; they are kept only where something looks beyond the term"),
  totals: StatedTotals.optional().describe("What the extract must come to; where it does not, nothing is settled"),
} as const;
