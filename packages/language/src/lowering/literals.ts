import {
  bareNumber,
  counted,
  date,
  money,
  type Quantity,
  Rational,
  ratio,
  sameUnit,
  type Unit,
} from "@concordat/model";
import * as ast from "../generated/ast.js";
import { parseMoney } from "../parser/values.js";
import type { Lowering } from "./lowering.js";
import type { Site, Typed } from "./typed.js";

/** A written value: its exact number and its unit. */
export interface Written {
  readonly value: string;
  readonly unit: Unit;
  readonly bare: boolean;
}

/** Reads a literal. `unit` is what a bare number is of where the place says so (a metric's own unit). */
export function readLiteral(literal: ast.Literal, lowering: Lowering, unit?: Unit): Written | undefined {
  if (ast.isMoney(literal)) {
    const { currency, amount } = parseMoney(literal.value);
    if (currency !== lowering.header.currency) {
      return lowering.report("wrong-currency", { sign: currency, currency: lowering.header.currency }, literal);
    }
    const pounds = money(currency);
    const of = literal.unit ? plural(literal.unit) : undefined;
    return { value: amount, unit: of ? { ...pounds, dims: { ...pounds.dims, [of]: -1 } } : pounds, bare: false };
  }
  if (ast.isPercent(literal)) return { value: percentAsRatio(literal.value), unit: ratio, bare: false };
  if (ast.isDateLiteral(literal)) return { value: literal.value, unit: date, bare: false };
  if (literal.unit) return { value: literal.value, unit: counted(plural(literal.unit)), bare: false };
  const adopts = unit?.kind === "quantity" && unit.shown !== "percent" && !isMoney(unit, lowering);
  return { value: literal.value, unit: adopts ? unit : bareNumber, bare: true };
}

const isMoney = (unit: Quantity, lowering: Lowering): boolean => sameUnit(unit, money(lowering.header.currency));

/** "12.5" (of a percentage) → "0.125". */
export const percentAsRatio = (percent: string): string => {
  const value = Rational.parse(percent).over(Rational.of(100));
  return value.toDecimal() ?? value.toText();
};

/** A unit is written in the singular after "a" (a point, a person) and in the plural after a number. */
const IRREGULAR: Record<string, string> = { person: "people", child: "children", woman: "women", man: "men" };
const PLURALS: ReadonlySet<string> = new Set(Object.values(IRREGULAR));
export function plural(word: string): string {
  if (/[^s]s$/.test(word) || PLURALS.has(word)) return word;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return IRREGULAR[word] ?? (/(?:ch|sh|x|ss)$/.test(word) ? `${word}es` : `${word}s`);
}

export function lowerLiteral(literal: ast.Literal, site: Site, lowering: Lowering): Typed | undefined {
  const written = readLiteral(literal, lowering, site.unit);
  if (!written) return undefined;
  const { value, unit, bare } = written;
  const typed = lowering.add(site.owner, { kind: "constant", value }, literal, {
    unit,
    grain: null,
    axes: [],
    time: "timeless",
  });
  return bare ? { ...typed, bare } : typed;
}
