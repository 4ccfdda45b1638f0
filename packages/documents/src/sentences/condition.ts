import {
  type Comparison,
  type Condition,
  type ConditionValue,
  type Field,
  money,
  Rational,
  type RecordSet,
  ratio,
  showDate,
  type Unit,
} from "@concordat/model";
import { joined, type Phrase, say, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { plainName } from "./names.js";

/** Which rows count, in words: "method is “emergency” and age is at least 65". */
export function conditionPhrase(condition: Condition, records: RecordSet, currency: string): Phrase {
  const inner = (of: Condition): Phrase => {
    const words = conditionPhrase(of, records, currency);
    return of.kind === "any" || of.kind === "all" ? say`(${words})` : words;
  };
  switch (condition.kind) {
    case "all":
    case "any":
      return joined(flat(condition.kind, condition).map(inner), condition.kind === "all" ? " and " : " or ");
    case "not":
      return negation(condition.of) ?? say`it is not the case that ${inner(condition.of)}`;
    case "known":
      return text(`${plainName(condition.field)} is known`);
    case "compare": {
      const field = records.fields.find(({ name }) => name === condition.field);
      const words = comparisonWords(condition.comparison, condition.value.type === "date");
      return text(`${plainName(condition.field)} ${words} ${valueText(condition.value, field, currency)}`);
    }
  }

  /** The opposite of a comparison is one too: a blank cell meets neither. */
  function negation(of: Condition): Phrase | undefined {
    if (of.kind === "known") return text(`${plainName(of.field)} is not known`);
    if (of.kind !== "compare") return undefined;
    return conditionPhrase({ ...of, comparison: OPPOSITES[of.comparison] }, records, currency);
  }
}

/** "A and B and C" however it was grouped. */
function flat(kind: "all" | "any", condition: Condition): Condition[] {
  return condition.kind === kind ? condition.of.flatMap((part) => flat(kind, part)) : [condition];
}

const OPPOSITES: Readonly<Record<Comparison, Comparison>> = {
  is: "is-not",
  "is-not": "is",
  "at-least": "below",
  "at-most": "above",
  above: "at-most",
  below: "at-least",
};

const DATES: Partial<Readonly<Record<Comparison, string>>> = {
  "at-least": "is on or after",
  "at-most": "is on or before",
  above: "is after",
  below: "is before",
};
export const comparisonWords = (comparison: Comparison, ofDates: boolean): string =>
  (ofDates ? DATES[comparison] : undefined) ?? COMPARISONS[comparison];

const COMPARISONS: Readonly<Record<Comparison, string>> = {
  is: "is",
  "is-not": "is not",
  "at-least": "is at least",
  "at-most": "is at most",
  above: "is above",
  below: "is below",
};

function valueText({ type, value }: ConditionValue, field: Field | undefined, currency: string): string {
  switch (type) {
    case "number":
      return amount(Rational.parse(value), unitOf(field, currency));
    case "date":
      return showDate(value);
    case "truth":
      return value === "true" ? "yes" : "no";
    case "name":
    case "text":
      return `“${value}”`;
  }
}

function unitOf(field: Field | undefined, currency: string): Unit {
  if (field?.type.type === "money") return money(currency);
  if (field?.type.type === "percentage") return ratio;
  return { kind: "quantity", dims: {}, shown: "number" };
}

/** Every field that a condition tests. */
export function fieldsIn(condition: Condition): string[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap(fieldsIn);
    case "not":
      return fieldsIn(condition.of);
    case "known":
      return [];
    case "compare":
      return [condition.field];
  }
}
