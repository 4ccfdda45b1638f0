import { z } from "zod";
import { ContractNode } from "../nodes/node.js";
import { PeriodKind } from "../time/period.js";
import { Accepted } from "./accepted.js";
import { RateCard } from "./cards.js";
import { Clause } from "./clauses.js";
import { IsoDateText, Named, RationalText } from "./common.js";
import { Example } from "./examples.js";
import { Governance } from "./governance.js";
import { Guarantee } from "./guarantees.js";
import { Figure, Metric, RecordSet, Tally } from "./inputs.js";
import { ContractLimit } from "./limits.js";
import { Group, ParticipantSet, Party } from "./parties.js";
import { Payment } from "./payments.js";
import { Table } from "./tables.js";

export const MODEL_VERSION = "concordat.contract/1";

/** A checked contract as plain data: what every reader works from. JSON-serialisable; numbers are exact text. */
export const ContractModel = Named.extend({
  schema: z.literal(MODEL_VERSION),
  reference: z.string().optional(),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** First and last day, both inside. */
  term: z.object({ from: IsoDateText, to: IsoDateText }),
  /** The last day that the term had, where the contract ends early. */
  plannedTo: IsoDateText.optional(),
  yearStarts: z.object({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) }),
  settled: PeriodKind,
  rounding: z.object({ unit: RationalText, ties: z.enum(["away-from-zero", "to-even"]) }),
  division: z.discriminatedUnion("rule", [
    z.object({ rule: z.literal("largest-remainder") }),
    z.object({ rule: z.literal("residual"), to: z.string() }),
    z.object({ rule: z.literal("running-remainder") }),
  ]),
  parties: z.array(Party),
  groups: z.array(Group),
  participants: z.array(ParticipantSet),
  tables: z.array(Table),
  figures: z.array(Figure),
  records: z.array(RecordSet),
  tallies: z.array(Tally),
  metrics: z.array(Metric),
  /** Rate cards for persons, where there are any. */
  cards: z.array(RateCard).optional(),
  /** The graph, by id. It has no cycles; operands stand before what reads them. */
  nodes: z.record(z.string(), ContractNode),
  /** Names of values that can be expected or referred to, to the node that holds each. */
  values: z.record(z.string(), z.string()),
  payments: z.array(Payment),
  /** Limits on payments together, in the order in which they apply; absent where there is none. */
  limits: z.array(ContractLimit).optional(),
  examples: z.array(Example),
  /** Absent where the contract promises nothing of the kind. */
  guarantees: z.array(Guarantee).optional(),
  clauses: z.array(Clause),
  governance: z.array(Governance).optional(),
  /** Advice that the parties do not take. */
  accepted: z.array(Accepted).optional(),
});
export type ContractModel = z.infer<typeof ContractModel>;
