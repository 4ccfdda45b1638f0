import type { RateCard } from "../contract/cards.js";
import type { FieldType } from "../contract/fields.js";
import type { Figure, RecordSet, Tally } from "../contract/inputs.js";
import { Rational } from "../numbers/rational.js";
import { everything, type Interval, sizes } from "./interval.js";

/** What the type of a column lets through: what is read of data is refused otherwise. A percentage may pass 0% and 100%. */
export function typeBounds(type: FieldType): Interval {
  switch (type.type) {
    case "money":
    case "count":
      return sizes;
    case "whole":
    case "number":
      return {
        low: type.from === undefined ? null : Rational.parse(type.from),
        high: type.to === undefined ? null : Rational.parse(type.to),
      };
    default:
      return everything;
  }
}

export const figureBounds = (figure: Figure): Interval => typeBounds(figure.type);

export function tallyBounds(tally: Tally, records: readonly RecordSet[], cards: readonly RateCard[]): Interval {
  const card = cards.find(({ payment }) => payment === tally.card);
  const paid = card?.lines.find((line) => line.paid === tally.name);
  if (paid) return { low: Rational.zero, high: paid.inAll ? Rational.parse(paid.inAll.amount) : null };
  const fields = records.find(({ name }) => name === tally.records)?.fields;
  const field = fields?.find(({ name }) => name === tally.field);
  if (tally.between) return sizes;
  switch (tally.aggregate) {
    case "count":
    case "people":
      return sizes;
    case "sum": {
      const each = field ? typeBounds(field.type) : everything;
      return each.low !== null && !each.low.isNegative ? sizes : everything;
    }
    case "median":
    case "percentile":
    case "minimum":
    case "maximum":
      return field ? typeBounds(field.type) : everything;
  }
}
