import type { ColumnType, Expression, Literal, Operator } from "../plan/expression.js";
import { wholePattern } from "./pattern.js";
import { combined, compareValues, Day, Decimal, decimalOf, type Value } from "./value.js";

export type Row = Readonly<Record<string, Value>>;

/** What an expression may look into beside its row: whether a column of a table holds a value. */
export type Among = (table: string, column: string, value: Value) => boolean;

/** Works an expression out for a row, with the meaning that the plan gives it: what compares with a missing cell is missing. */
export function evaluate(expression: Expression, row: Row, among: Among): Value {
  const of = (each: Expression): Value => evaluate(each, row, among);
  switch (expression.op) {
    case "column": {
      const value = row[expression.name];
      if (value === undefined) throw new Error(`no column ${expression.name}`);
      return value;
    }
    case "literal":
      return literal(expression.value);
    case "compare": {
      const [left, right] = [of(expression.left), of(expression.right)];
      return left === null || right === null ? null : COMPARISONS[expression.comparison](compareValues(left, right));
    }
    case "and":
      return both(expression.of.map(of), false);
    case "or":
      return both(expression.of.map(of), true);
    case "not": {
      const value = of(expression.of);
      return value === null ? null : !value;
    }
    case "missing":
      return of(expression.of) === null;
    case "known":
      return of(expression.of) !== null;
    case "trimmed":
      return onText(of(expression.of), (text) => text.replace(/^[ \t\r\n\u00a0]+|[ \t\r\n\u00a0]+$/g, "") || null);
    case "lower-case":
      return onText(of(expression.of), (text) => text.toLowerCase());
    case "choose": {
      const found = expression.cases.find(({ when }) => of(when) === true);
      if (found !== undefined) return of(found.gives);
      return expression.otherwise === undefined ? null : of(expression.otherwise);
    }
    case "matches":
      return onText(of(expression.of), (text) => wholePattern(expression.pattern).test(text));
    case "without": {
      const characters = new Set(expression.characters);
      return onText(of(expression.of), (text) => [...text].filter((each) => !characters.has(each)).join(""));
    }
    case "read-as":
      return onText(of(expression.of), (text) => readAs(text, expression.type));
    case "read-date":
      return onText(of(expression.of), (text) => readDate(text, expression.layout));
    case "as":
      return converted(of(expression.of), expression.type);
    case "times": {
      const [left, right] = [of(expression.left), of(expression.right)];
      if (left === null || right === null) return null;
      const [a, b] = [decimalOf(left), decimalOf(right)];
      return new Decimal(a.units * b.units, a.scale + b.scale);
    }
    case "less":
      return combined(of(expression.left), of(expression.right), (left, right) => left - right);
    case "days": {
      const [from, to] = [of(expression.from), of(expression.to)];
      return from === null || to === null ? null : BigInt((to as Day).number - (from as Day).number);
    }
    case "later": {
      const [day, times] = [of(expression.of), expression.times === undefined ? 1n : of(expression.times)];
      if (day === null || times === null) return null;
      const start = day as Day;
      if ("days" in expression) return new Day(start.number + expression.days * Number(times));
      return start.monthsLater(expression.months * Number(times));
    }
    case "spans": {
      const day = of(expression.of);
      if (day === null) return null;
      const [year, month] = String(day).split("-").map(Number) as [number, number];
      const [fromYear, fromMonth] = expression.from.split("-").map(Number) as [number, number];
      return BigInt(Math.trunc((12 * (year - fromYear) + month - fromMonth) / expression.months));
    }
    case "among": {
      const value = of(expression.of);
      return value === null ? null : among(expression.table, expression.column, value);
    }
    case "fingerprint":
      return JSON.stringify(expression.of.map((each) => of(each) ?? "\u001e"));
  }
}

const COMPARISONS: Readonly<Record<Operator, (difference: number) => boolean>> = {
  "=": (difference) => difference === 0,
  "<>": (difference) => difference !== 0,
  ">=": (difference) => difference >= 0,
  "<=": (difference) => difference <= 0,
  ">": (difference) => difference > 0,
  "<": (difference) => difference < 0,
};

/** What decides alone decides; else what is missing leaves it open. */
const both = (values: readonly Value[], decides: boolean): Value =>
  values.includes(decides) ? decides : values.includes(null) ? null : !decides;

const onText = (value: Value, use: (text: string) => Value): Value => (value === null ? null : use(String(value)));

function literal(value: Literal): Value {
  switch (value.type) {
    case "nothing":
      return null;
    case "text":
      return value.text;
    case "date":
      return Day.parse(value.text) ?? null;
    case "truth":
      return value.truth;
    case "whole":
      return value.number;
    case "decimal":
      return Decimal.parse(value.text).toScale(value.scale);
  }
}

/** The text as a value of the type; missing where it is none, or one that the type cannot hold. */
function readAs(text: string, type: ColumnType): Value {
  switch (type.type) {
    case "text":
      return text;
    case "date":
      return Day.parse(text) ?? null;
    case "truth":
      return text === "true" ? true : text === "false" ? false : null;
    case "whole": {
      if (!/^-?\d+$/.test(text)) return null;
      const number = BigInt(text);
      return BigInt.asIntN(64, number) === number ? number : null;
    }
    case "decimal":
      if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
      return withinType(Decimal.parse(text).toScale(type.scale), type.digits);
  }
}

const withinType = (value: Decimal, digits: number): Decimal | null =>
  (value.units < 0n ? -value.units : value.units) < 10n ** BigInt(digits) ? value : null;

/** By a layout as %d/%m/%Y. */
function readDate(text: string, layout: string): Value {
  const order: string[] = [];
  const form = layout.replace(/%([Ymd])|[^%]/g, (part, letter: string | undefined) => {
    if (letter === undefined) return `\\u{${part.codePointAt(0)!.toString(16)}}`;
    order.push(letter);
    return letter === "Y" ? "(\\d{4})" : "(\\d{1,2})";
  });
  const found = new RegExp(`^${form}$`, "u").exec(text);
  if (found === null) return null;
  const part = (letter: string): number => Number(found[order.indexOf(letter) + 1]);
  return Day.of(part("Y"), part("m"), part("d")) ?? null;
}

function converted(value: Value, type: ColumnType): Value {
  if (value === null) return null;
  if (type.type === "text") return String(value);
  if (type.type === "decimal") {
    const held = withinType(decimalOf(value).toScale(type.scale), type.digits);
    if (held === null) throw new RangeError("a number that its type cannot hold");
    return held;
  }
  if (type.type === "whole") return decimalOf(value).toScale(0).units;
  return value;
}
