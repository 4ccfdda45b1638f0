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

/** Which rows count, in words: "method is emergency and age is at least 65". */
export function conditionPhrase(condition: Condition, records: RecordSet, currency: string): Phrase {
  const inner = (of: Condition): Phrase => {
    const words = conditionPhrase(of, records, currency);
    return of.kind === "any" || of.kind === "all" ? say`(${words})` : words;
  };
  switch (condition.kind) {
    case "all":
      return joined(condition.of.map(inner), " and ");
    case "any":
      return joined(condition.of.map(inner), " or ");
    case "not":
      return say`it is not the case that ${inner(condition.of)}`;
    case "known":
      return text(`${plainName(condition.field)} is known`);
    case "compare": {
      const field = records.fields.find(({ name }) => name === condition.field);
      return text(
        `${plainName(condition.field)} ${COMPARISONS[condition.comparison]} ${valueText(condition.value, field, currency)}`,
      );
    }
  }
}

export const COMPARISONS: Readonly<Record<Comparison, string>> = {
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
      return plainName(value);
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
