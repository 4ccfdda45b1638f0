import { type Condition, counted, pathTo, type Tally, type Unit } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { axisOf } from "../names/axis.js";
import { basisOf, fieldsOf } from "../names/records.js";
import { lowerRowCondition } from "./conditions.js";
import { unitOfField } from "./fields.js";
import type { Lowering } from "./lowering.js";
import { isPseudonym, personIn } from "./person.js";
import type { Typed } from "./typed.js";

export interface TallyTerms {
  readonly part: "numerator" | "denominator" | "value";
  readonly aggregate: Tally["aggregate"];
  readonly set: ast.RecordSet;
  readonly field?: ast.Named | undefined;
  /** A further condition on the same records. */
  readonly counting?: ast.Expression;
  /** Only rows that have it: those that a mean of it is the mean of. */
  readonly known?: ast.Named | undefined;
  readonly followed?: Tally["followed"];
  /** In place of a field: the days between two dates. */
  readonly between?: Tally["between"];
  /** Each of its values by itself, beside those of the metric. */
  readonly stratum?: ast.Field;
  /** Of a percentile. */
  readonly rank?: number;
  readonly at: AstNode;
}

/** A count or sum over records for a metric: a tally for the data plane, and the node through which the rules read it. */
export function lowerTally(metric: ast.Metric, terms: TallyTerms, lowering: Lowering): Typed | undefined {
  const records = terms.set?.records?.ref;
  if (!ast.isRecords(records)) return undefined;
  const conditions: Condition[] = [];
  for (const expression of [terms.set.condition, terms.counting]) {
    if (!expression) continue;
    const condition = lowerRowCondition(expression, lowering);
    if (!condition) return undefined;
    conditions.push(condition);
  }
  const { aggregate, known } = terms;
  if (ast.isField(known) && known.notes.includes("may be missing"))
    conditions.push({ kind: "known", field: known.name });
  if (aggregate === "people" && !fieldsOf(records).some(isPseudonym)) {
    return lowering.report("no-person", { records: records.name }, terms.at);
  }
  const unit = unitOf(terms, records, lowering);
  const by = rowsOf(metric, terms.stratum, records, lowering);
  if (!unit || !by) return undefined;
  const name = `${metric.name}.${terms.part}`;
  const [first] = conditions;
  lowering.count({
    name,
    metric: metric.name,
    aggregate,
    ...(aggregate !== "count" && aggregate !== "people" && terms.field ? { field: terms.field.name } : {}),
    ...(terms.between ? { between: terms.between } : {}),
    ...(terms.rank === undefined ? {} : { rank: terms.rank }),
    records: records.name,
    ...(first ? { where: conditions.length === 1 ? first : { kind: "all", of: conditions } } : {}),
    ...(terms.followed ? { followed: terms.followed } : {}),
    ...(ast.isCohort(metric.forEach?.axis?.ref) ? { cohort: metric.forEach.axis.ref.name } : {}),
    by,
    each: [],
    source: lowering.source(terms.at),
  });
  const type = { unit, grain: null, axes: by.map(({ axis }) => axis), time: "flow" } as const;
  const given = lowering.add(metric.name, { kind: "given", input: name, of: "tally" }, terms.at, type);
  return lowering.call(given, name, titleOf(terms, records));
}

/** What a tally is called in an explanation: "Hospital spells that count", "Hospital spells in all". */
function titleOf({ part, aggregate, field, between }: TallyTerms, records: ast.Records): string {
  const rows = records.title ?? records.name;
  const what = between ? `days from ${between.from} to ${between.to}` : (field?.name ?? "sum");
  if (aggregate === "sum") return `${what} of ${rows}`;
  if (aggregate !== "count" && aggregate !== "people") return `${aggregate} ${what} of ${rows}`;
  if (part === "denominator") return `${rows} in all`;
  return `${rows}, ${aggregate === "people" ? "people that count" : "those that count"}`;
}

function unitOf(terms: TallyTerms, records: ast.Records, lowering: Lowering): Unit | undefined {
  if (terms.aggregate === "people") return counted("people");
  if (terms.aggregate === "count") return counted(basisOf(records).name);
  const { field } = terms;
  if (terms.between) return counted("days");
  if (!ast.isField(field)) return undefined;
  const unit = unitOfField(field, lowering.header.currency);
  if (unit.kind === "quantity") return unit;
  return lowering.report(
    "wrong-unit",
    { what: field.name, needs: "a number, to be added up", is: "something else" },
    terms.at,
  );
}

/** Whose a row is, for the metric and for the stratum that it is of. */
function rowsOf(
  metric: ast.Metric,
  stratum: ast.Field | undefined,
  records: ast.Records,
  lowering: Lowering,
): Tally["by"] | undefined {
  const by = belongsTo(metric, records, lowering);
  if (!by || !stratum || by.some(({ axis }) => axis === stratum.name)) return by;
  return [...by, { axis: stratum.name, field: stratum.name }];
}

/** For a metric of each participant: the field that says whose a row is. */
function belongsTo(metric: ast.Metric, records: ast.Records, lowering: Lowering): Tally["by"] | undefined {
  const axis = metric.forEach?.axis?.ref;
  if (!axis) return [];
  if (ast.isCohort(axis)) {
    const person = personIn(records, metric.forEach!, lowering);
    return person && [{ axis: axis.name, field: person.name }];
  }
  const category = ast.isField(axis)
    ? fieldsOf(records).find(({ name, type }) => name === axis.name && ast.isCategoryType(type))
    : undefined;
  if (category) return [{ axis: axis.name, field: category.name }];
  const field = fieldsOf(records).find(
    (candidate) => ast.isMemberType(candidate.type) && candidate.type.of?.ref === axis,
  );
  if (field) return [{ axis: axisOf(axis) ?? axis.name, field: field.name }];
  for (const { name, type } of fieldsOf(records)) {
    const member = ast.isMemberType(type) ? type.of?.ref?.name : undefined;
    if (member !== undefined && pathTo(lowering.participants, member, axis.name))
      return [{ axis: axis.name, field: name, member }];
  }
  return lowering.report("not-in-these-records", { records: records.name, axis: axis.name }, metric.forEach!);
}
