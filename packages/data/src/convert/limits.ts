import { Rational, roundTo } from "@concordat/model";
import type { ColumnType, Expression } from "../plan/expression.js";

type Decimal = ColumnType & { type: "decimal" };

/** The smallest value of the type that is not below the exact number: `column >= it` says what `column >= number` does. */
export const decimalAtLeast = (exact: string, type: Decimal): Expression => decimal(ceiling(exact, type.scale), type);
/** The largest value of the type that is not above the exact number. */
export const decimalAtMost = (exact: string, type: Decimal): Expression => decimal(floor(exact, type.scale), type);

/** The number itself, or undefined where no value of the type is equal to it (1/3). */
export function decimalEqual(exact: string, type: Decimal): Expression | undefined {
  const low = floor(exact, type.scale);
  return low.equals(Rational.parse(exact)) ? decimal(low, type) : undefined;
}

const unit = (scale: number): Rational => Rational.of(1n, 10n ** BigInt(scale));

export function floor(exact: string, scale: number): Rational {
  const value = Rational.parse(exact);
  const cut = roundTo(value, unit(scale), "towards-zero");
  return cut.above(value) ? cut.less(unit(scale)) : cut;
}

export function ceiling(exact: string, scale: number): Rational {
  const value = Rational.parse(exact);
  const cut = roundTo(value, unit(scale), "towards-zero");
  return cut.below(value) ? cut.plus(unit(scale)) : cut;
}

/** A number beyond every value of the type is as good as the first one beyond. */
function decimal(value: Rational, type: Decimal): Expression {
  const text = within(value, type.digits - type.scale).toFixed(type.scale);
  return { op: "literal", value: { type: "decimal", text, digits: type.digits + 1, scale: type.scale } };
}

/** The number, or ± 10^digits where it is larger than that. */
export function within(value: Rational, digits: number): Rational {
  const beyond = Rational.of(10n ** BigInt(digits));
  if (!value.size().above(beyond)) return value;
  return value.isNegative ? beyond.negated() : beyond;
}
