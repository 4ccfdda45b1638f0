import type { Expression } from "../plan/expression.js";
import type { Measure, Relation, Running } from "../plan/relation.js";
import type { Dialect } from "./dialect.js";

/** Writes plans in the SQL of one engine. */
export class SqlWriter {
  constructor(private readonly dialect: Dialect) {}

  /** A relation as one query. */
  relation(relation: Relation): string {
    const { dialect } = this;
    switch (relation.kind) {
      case "scan":
        return `SELECT * FROM ${dialect.identifier(relation.table)}`;
      case "filter":
        return `SELECT * FROM ${this.source(relation.from)} WHERE ${this.expression(relation.where)}`;
      case "project":
        return `SELECT ${this.named(relation.columns)} FROM ${this.source(relation.from)}`;
      case "aggregate": {
        const measures = relation.measures.map((each) => `${this.measure(each)} AS ${dialect.identifier(each.name)}`);
        const columns = [...(relation.group.length > 0 ? [this.named(relation.group)] : []), ...measures].join(", ");
        const positions = relation.group.map((_, index) => index + 1).join(", ");
        return `SELECT ${columns} FROM ${this.source(relation.from)}${positions ? ` GROUP BY ${positions}` : ""}`;
      }
      case "join": {
        const using = dialect.identifier(relation.using);
        return `SELECT * FROM ${this.source(relation.left)} JOIN ${this.source(relation.right, "those rows")} USING (${using})`;
      }
      case "matched": {
        const [from, by] = [this.source(relation.from), this.source(relation.by, "those rows")];
        return dialect.semiJoin(from, by, this.expression(relation.where));
      }
      case "union":
        return relation.of.map((each) => `SELECT * FROM ${this.source(each)}`).join(" UNION ALL ");
      case "running": {
        const over = this.window(relation.group, relation.by);
        const columns = relation.columns.map(
          (each) => `${this.running(each, over)} AS ${dialect.identifier(each.name)}`,
        );
        return `SELECT *, ${columns.join(", ")} FROM ${this.source(relation.from)}`;
      }
      case "times":
        return `SELECT * FROM ${this.source(relation.from)}, ${dialect.numbers(Math.trunc(relation.to), relation.as)}`;
      case "order": {
        const first = relation.first === undefined ? "" : ` LIMIT ${Math.trunc(relation.first)}`;
        const by = relation.by.length === 0 ? "" : ` ORDER BY ${this.ordered(relation.by)}`;
        return `SELECT * FROM ${this.source(relation.from)}${by}${first}`;
      }
    }
  }

  expression(expression: Expression): string {
    const { dialect } = this;
    const of = (each: Expression): string => this.expression(each);
    switch (expression.op) {
      case "column":
        return dialect.identifier(expression.name);
      case "literal":
        return dialect.literal(expression.value);
      case "compare":
        return `(${of(expression.left)} ${expression.comparison} ${of(expression.right)})`;
      case "and":
        return expression.of.length === 0 ? "TRUE" : `(${expression.of.map(of).join(" AND ")})`;
      case "or":
        return expression.of.length === 0 ? "FALSE" : `(${expression.of.map(of).join(" OR ")})`;
      case "not":
        return `(NOT ${of(expression.of)})`;
      case "missing":
        return `(${of(expression.of)} IS NULL)`;
      case "known":
        return `(${of(expression.of)} IS NOT NULL)`;
      case "trimmed":
        return dialect.trimmed(of(expression.of));
      case "lower-case":
        return dialect.lowerCase(of(expression.of));
      case "choose": {
        const cases = expression.cases.map(({ when, gives }) => `WHEN ${of(when)} THEN ${of(gives)}`);
        const otherwise = expression.otherwise === undefined ? "" : ` ELSE ${of(expression.otherwise)}`;
        return `CASE ${cases.join(" ")}${otherwise} END`;
      }
      case "matches":
        return dialect.matches(of(expression.of), expression.pattern);
      case "without":
        return dialect.without(of(expression.of), expression.characters);
      case "read-as":
        return dialect.readAs(of(expression.of), expression.type);
      case "read-date":
        return dialect.readDate(of(expression.of), expression.layout);
      case "as":
        return `CAST(${of(expression.of)} AS ${dialect.typeName(expression.type)})`;
      case "times":
        return `(${of(expression.left)} * ${of(expression.right)})`;
      case "less":
        return `(${of(expression.left)} - ${of(expression.right)})`;
      case "days":
        return dialect.days(of(expression.from), of(expression.to));
      case "later": {
        const times = expression.times === undefined ? undefined : of(expression.times);
        return "days" in expression
          ? dialect.daysLater(of(expression.of), Math.trunc(expression.days), times)
          : dialect.monthsLater(of(expression.of), Math.trunc(expression.months), times);
      }
      case "spans": {
        const [year, month] = expression.from.split("-").map(Number);
        const since = 12 * Math.trunc(year!) + Math.trunc(month!);
        return dialect.spans(of(expression.of), since, Math.trunc(expression.months));
      }
      case "among": {
        const keys = `SELECT ${dialect.identifier(expression.column)} FROM ${dialect.identifier(expression.table)}`;
        return `(${of(expression.of)} IN (${keys}))`;
      }
      case "fingerprint":
        return dialect.fingerprint(expression.of.map(of));
    }
  }

  private source(relation: Relation, name = "these rows"): string {
    return relation.kind === "scan"
      ? this.dialect.identifier(relation.table)
      : this.dialect.asTable(this.relation(relation), name);
  }

  private named(columns: readonly { readonly name: string; readonly of: Expression }[]): string {
    return columns.map((each) => `${this.expression(each.of)} AS ${this.dialect.identifier(each.name)}`).join(", ");
  }

  private ordered(by: readonly Expression[]): string {
    return by.map((each) => `${this.expression(each)} ASC NULLS FIRST`).join(", ");
  }

  private measure(measure: Measure): string {
    const of = measure.of === undefined ? "*" : this.expression(measure.of);
    const filter = measure.where === undefined ? "" : ` FILTER (WHERE ${this.expression(measure.where)})`;
    switch (measure.how) {
      case "count":
        return `count(${of})${filter}`;
      case "count-distinct":
        return `count(DISTINCT ${of})${filter}`;
      case "sum":
        return `sum(${of})${filter}`;
      case "middle-two":
        return this.dialect.middleTwo(of, filter);
      case "percentile":
        return this.dialect.percentile(of, Math.trunc(measure.rank ?? 50), filter);
      case "lowest":
        return `min(${of})${filter}`;
      case "highest":
        return `max(${of})${filter}`;
    }
  }

  private window(group: readonly Expression[], by: readonly Expression[]): string {
    const partition = group.map((each) => this.expression(each)).join(", ");
    return `${partition === "" ? "" : `PARTITION BY ${partition} `}ORDER BY ${this.ordered(by)}`;
  }

  private running({ how, of }: Running, over: string): string {
    const value = of === undefined ? "" : this.expression(of);
    const before = `OVER (${over} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
    switch (how) {
      case "place":
        return `row_number() OVER (${over})`;
      case "after":
        return `count(*) OVER (${over} ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)`;
      case "before":
        return `coalesce(sum(${value}) ${before}, 0)`;
      case "up-to":
        return `sum(${value}) OVER (${over} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
      case "highest-before":
        return `max(${value}) ${before}`;
    }
  }
}
