import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { IsoDateText, MissingPolicy, Named, RationalText, SourceRange } from "./common.js";
import { Condition } from "./conditions.js";
import { Field, FieldType } from "./fields.js";
import { FollowUp } from "./people.js";
import { TimeBetween } from "./time-between.js";

/**
 * A number that is reported, not counted from records. `name` is dotted where the contract groups figures
 * (`lists.registered-65`, from `lists.csv`); `column` is the column that holds it.
 */
export const Figure = Named.extend({
  /** The name of the file without its ending: the `figure`, or the `figures` group. */
  file: z.string(),
  column: z.string(),
  type: FieldType,
  /** `during` is a flow and adds; `at-end` and `at-start` are levels and average. */
  timing: z.enum(["during", "at-end", "at-start", "once"]),
  each: PeriodKind,
  /** Participant sets that it has one value for each of. */
  axes: z.array(z.string()),
  foundBy: z.string().optional(),
  /** The first day, before the term, from which it is reported; other periods reach back to it. */
  from: IsoDateText.optional(),
  policy: MissingPolicy.optional(),
});
export type Figure = z.infer<typeof Figure>;

/** Rows about people or events, one file (or several) named after it. `datedBy` is the field that says which period a row counts in. */
export const RecordSet = Named.extend({
  datedBy: z.string(),
  /** For rows that are states: the field with the last day of it. A state without one has not ended. */
  lastingTo: z.string().optional(),
  /**
   * Rows that are taken from other records and have no file of their own: where they meet the condition, and then of each
   * person the first or last by date and line; of each period of a kind, where `each` says so.
   */
  derived: z
    .object({
      from: z.string(),
      where: Condition.optional(),
      pick: z.object({ which: z.enum(["first", "last"]), each: PeriodKind.optional() }).optional(),
    })
    .optional(),
  fields: z.array(Field),
});
export type RecordSet = z.infer<typeof RecordSet>;

/**
 * A count or sum over records, worked out in the data plane and given to the rules as one number for each period and
 * participant: the rules never see rows. `people` counts distinct pseudonyms; `sum` adds `field`.
 */
export const Tally = z.object({
  /** "emergency-rate.numerator". */
  name: z.string(),
  metric: z.string(),
  aggregate: z.enum(["count", "people", "sum", "median", "percentile", "minimum", "maximum"]),
  /** For a percentile: the whole number N. It is the smallest value that N in a hundred rows do not exceed. */
  rank: z.number().int().min(1).max(99).optional(),
  field: z.string().optional(),
  /** In place of a field: the days between two dates of each row; of a count, only rows that have them. */
  between: TimeBetween.optional(),
  records: z.string(),
  where: Condition.optional(),
  /** Only rows whose window has closed count; with `must`, only those that were followed in it. */
  followed: FollowUp.extend({ must: z.boolean() }).optional(),
  /** Worked out by the rate card of this payment, not by itself: see `RateCard`. */
  card: z.string().optional(),
  /** Only rows of the cohort's persons from their entry to the end of their follow-up count; it is one of the axes. */
  cohort: z.string().optional(),
  /** The participant sets it is worked out for each of, and the field that says whose a row is. */
  by: z.array(
    z.object({
      axis: z.string(),
      field: z.string(),
      /** Where the field holds a member of another set, from which the axis is reached: a ward, for each neighbourhood. */
      member: z.string().optional(),
    }),
  ),
  /** The kinds of period that something in the contract reads it over. */
  each: z.array(PeriodKind),
  source: SourceRange,
});
export type Tally = z.infer<typeof Tally>;

export const MetricKind = z.enum([
  "count",
  "people",
  "sum",
  "mean",
  "rate",
  "share",
  "median",
  "percentile",
  "minimum",
  "maximum",
  "standardised",
  "difference",
]);
export type MetricKind = z.infer<typeof MetricKind>;

export const Metric = Named.extend({
  kind: MetricKind,
  /** The node that works it out from tallies and figures; its unit is the metric's. */
  node: z.string(),
  /** Names of the tallies that it reads. */
  tallies: z.array(z.string()),
  each: PeriodKind,
  axes: z.array(z.string()),
  better: z.enum(["lower", "higher"]).optional(),
  range: z.object({ from: RationalText, to: RationalText }).optional(),
  decimals: z.number().int().optional(),
  /** In the metric's unit: a percentage is a ratio. */
  baseline: RationalText.optional(),
  target: RationalText.optional(),
  dataSource: z.string().optional(),
  owner: z.string().optional(),
  /** Fewer records than this below the line, and the metric is not reported. */
  needs: z.object({ atLeast: RationalText, of: z.string(), tally: z.string() }).optional(),
  policy: MissingPolicy.optional(),
});
export type Metric = z.infer<typeof Metric>;

/** Dates of what an example or an extract covers. */
export const Span = z.object({ from: IsoDateText, to: IsoDateText });
