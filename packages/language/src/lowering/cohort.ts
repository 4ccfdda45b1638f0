import type { ParticipantSet } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { lowerRowCondition } from "./conditions.js";
import { lowerDuration } from "./duration.js";
import type { Lowering } from "./lowering.js";
import { dateFieldOf, personIn } from "./person.js";

/** `cohort intake of participants, entering by attached { one from … to … } followed 12 months`: an axis, a key an intake. */
export function lowerCohort(cohort: ast.Cohort, lowering: Lowering): ParticipantSet | undefined {
  const records = cohort.of?.records?.ref;
  if (!ast.isRecords(records)) return undefined;
  const followed = lowerDuration(cohort.lasts, lowering);
  const entering = dateFieldOf(cohort.entering?.ref, records, cohort, lowering);
  const person = personIn(records, cohort.of, lowering);
  const where = cohort.of.condition && lowerRowCondition(cohort.of.condition, lowering);
  const intakes = [...cohort.intakes].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, intake] of intakes.entries()) {
    const next = intakes[index + 1];
    if (intake.to < intake.from) return lowering.report("intake-backwards", { intake: intake.name }, intake);
    if (next && next.from <= intake.to)
      return lowering.report("intakes-overlap", { first: intake.name, second: next.name }, next);
  }
  if (intakes.length === 0)
    return lowering.report(
      "line-missing",
      { thing: cohort.name, line: "one from 1 April 2026 to 31 March 2027" },
      cohort,
    );
  if (!followed || !entering || !person || (cohort.of.condition && !where)) return undefined;
  return {
    name: cohort.name,
    ...(cohort.title ? { title: cohort.title } : {}),
    file: "",
    cohort: {
      records: records.name,
      entering,
      ...(where ? { where } : {}),
      followed,
      intakes: cohort.intakes.map(({ name: key, from, to }) => ({ key, from, to })),
    },
    fields: [],
    rows: cohort.intakes.map(({ name: key, title }) => ({ key, ...(title ? { title } : {}), values: {} })),
    source: lowering.source(cohort),
  };
}
