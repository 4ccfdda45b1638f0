import { z } from "zod";
import { PeriodKind } from "../time/period.js";
import { Named, RationalText } from "./common.js";
import { Field } from "./fields.js";
import { Cohort } from "./people.js";
import { PlaceLevel } from "./places.js";

export const PartyRole = z.enum(["commissioner", "provider", "investor", "intermediary", "evaluator"]);
export type PartyRole = z.infer<typeof PartyRole>;

export const Party = Named.extend({
  role: PartyRole,
  ods: z.string().optional(),
  /** The part of what commissioners pay that this one bears, as a ratio. */
  contributes: RationalText.optional(),
  /** The sum from which that part was found, where one is written: in the contract's currency, this often. */
  contributesSum: z.object({ amount: RationalText, each: PeriodKind }).optional(),
});
export type Party = z.infer<typeof Party>;

export const Share = z.object({ party: z.string(), share: RationalText });
export type Share = z.infer<typeof Share>;

export const Group = Named.extend({ members: z.array(Share) });
export type Group = z.infer<typeof Group>;

/** One body of a programme: its key, and what the terms say of it. A cell that is missing is null. */
export const Participant = z.object({
  key: z.string(),
  title: z.string().optional(),
  values: z.record(z.string(), z.string().nullable()),
});
export type Participant = z.infer<typeof Participant>;

/**
 * `each provider practice from "practices.csv" { … }`: many bodies under one set of terms, one row each (rule 19). Or a
 * level of places, which has no role and is no party: `places ward from "wards.csv"`, `places neighbourhood of ward`.
 */
export const ParticipantSet = Named.extend({
  /** Absent for a level of places, for a cohort and for a category, whose rows are no parties. */
  role: PartyRole.optional(),
  place: PlaceLevel.optional(),
  /** Absent for a level of places that is made of others; empty for a cohort or a category, whose rows stand in the contract. */
  file: z.string().optional(),
  cohort: Cohort.optional(),
  /** The values of a field of records, each a row: `for each age-band`. They are no parties. */
  category: z.literal(true).optional(),
  /** The fields with the first and the last day on which a row takes part; where one is missing, from the start or to the end. */
  joining: z.string().optional(),
  leaving: z.string().optional(),
  fields: z.array(Field),
  rows: z.array(Participant),
});
export type ParticipantSet = z.infer<typeof ParticipantSet>;
