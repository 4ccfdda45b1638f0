/** An exact decimal: `units` of ten to the power of minus `scale`. */
export class Decimal {
  constructor(
    readonly units: bigint,
    readonly scale: number,
  ) {}

  /** With so many decimals; what is cut off is rounded, halves away from zero. */
  toScale(scale: number): Decimal {
    if (scale >= this.scale) return new Decimal(this.units * 10n ** BigInt(scale - this.scale), scale);
    const by = 10n ** BigInt(this.scale - scale);
    const half = this.units < 0n ? -by / 2n : by / 2n;
    return new Decimal((this.units + half) / by, scale);
  }

  toString(): string {
    const digits = (this.units < 0n ? -this.units : this.units).toString().padStart(this.scale + 1, "0");
    const point = digits.length - this.scale;
    const written = this.scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return this.units < 0n ? `-${written}` : written;
  }

  static parse(text: string): Decimal {
    const [whole, behind = ""] = text.split(".");
    return new Decimal(BigInt(`${whole}${behind}`), behind.length);
  }
}

/** A day of the calendar, counted from 1 January 1970. */
export class Day {
  constructor(readonly number: number) {}

  toString(): string {
    return new Date(this.number * MILLISECONDS).toISOString().slice(0, 10);
  }

  /** The same day so many months later, or the last of a month that is too short. */
  monthsLater(months: number): Day {
    const date = new Date(this.number * MILLISECONDS);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return new Day(Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / MILLISECONDS);
  }

  /** Undefined where the calendar has no such day. */
  static of(year: number, month: number, day: number): Day | undefined {
    const date = new Date(Date.UTC(2000, month - 1, day));
    date.setUTCFullYear(year, month - 1, day);
    const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return same ? new Day(date.getTime() / MILLISECONDS) : undefined;
  }

  static parse(iso: string): Day | undefined {
    const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
    return found === null ? undefined : Day.of(Number(found[1]), Number(found[2]), Number(found[3]));
  }
}

const MILLISECONDS = 86_400_000;

/** A cell; null is a missing one. */
export type Value = string | boolean | bigint | Decimal | Day | null;

/** Below 0, 0 or above it. Both are known, and of one type; whole numbers and decimals go together. */
export function compareValues(a: NonNullable<Value>, b: NonNullable<Value>): number {
  if (a instanceof Day && b instanceof Day) return a.number - b.number;
  if (typeof a === "string" && typeof b === "string") return compareTexts(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  const [left, right] = [decimalOf(a), decimalOf(b)];
  const scale = Math.max(left.scale, right.scale);
  const difference = left.toScale(scale).units - right.toScale(scale).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** By code points, as engines compare the bytes of UTF-8. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((character, index) => character !== right[index]);
  return at === -1 ? -1 : (left[at]!.codePointAt(0) ?? 0) - (right[at]?.codePointAt(0) ?? -1);
}

/** Missing cells first. */
export const compareCells = (a: Value, b: Value): number =>
  a === null || b === null ? Number(a !== null) - Number(b !== null) : compareValues(a, b);

/** Equal for equal cells of a column. */
export const keyOf = (values: readonly Value[]): string =>
  JSON.stringify(values.map((value) => (value === null ? null : String(value))));

export function decimalOf(value: Value): Decimal {
  if (value instanceof Decimal) return value;
  if (typeof value === "bigint") return new Decimal(value, 0);
  throw new Error("not a number");
}

/** The same number, whole where both are. */
export const combined = (a: Value, b: Value, how: (a: bigint, b: bigint) => bigint): Value => {
  if (a === null || b === null) return null;
  if (typeof a === "bigint" && typeof b === "bigint") return how(a, b);
  const [left, right] = [decimalOf(a), decimalOf(b)];
  const scale = Math.max(left.scale, right.scale);
  return new Decimal(how(left.toScale(scale).units, right.toScale(scale).units), scale);
};
