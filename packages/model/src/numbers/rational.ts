/** Exact arithmetic. Every value of a contract is one of these from the data to the statement; no float holds one. */

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** An exact fraction in lowest terms with a positive denominator. */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly top: bigint,
    readonly bottom: bigint,
  ) {}

  /** The fraction `top / bottom`. Throws a RangeError where `bottom` is zero: callers test for it first. */
  static of(top: bigint | number, bottom: bigint | number = 1n): Rational {
    const [n, d] = [BigInt(top), BigInt(bottom)];
    if (d === 0n) throw new RangeError("division by zero");
    if (d === 1n) return new Rational(n, 1n);
    const sign = d < 0n ? -1n : 1n;
    const g = gcd(n, d);
    return new Rational((sign * n) / g, (sign * d) / g);
  }

  /** Reads `"12"`, `"-3.075"` or `"1/3"`. Anything else is a RangeError: text is checked where it enters. */
  static parse(text: string): Rational {
    const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
    if (fraction) return Rational.of(BigInt(fraction[1]!), BigInt(fraction[2]!));
    const decimal = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (!decimal) throw new RangeError(`not an exact number: ${text}`);
    const digits = decimal[3] ?? "";
    const size = Rational.of(BigInt(decimal[2]! + digits), 10n ** BigInt(digits.length));
    return decimal[1] ? size.negated() : size;
  }

  plus(other: Rational): Rational {
    if (this.bottom === other.bottom) return Rational.of(this.top + other.top, this.bottom);
    return Rational.of(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }
  less(other: Rational): Rational {
    return this.plus(other.negated());
  }
  times(other: Rational): Rational {
    return Rational.of(this.top * other.top, this.bottom * other.bottom);
  }
  /** Throws where `other` is zero: in a contract such a value is *not reported*, decided by the caller. */
  over(other: Rational): Rational {
    return Rational.of(this.top * other.bottom, this.bottom * other.top);
  }
  negated(): Rational {
    return new Rational(-this.top, this.bottom);
  }
  size(): Rational {
    return this.top < 0n ? this.negated() : this;
  }
  compare(other: Rational): -1 | 0 | 1 {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }
  equals(other: Rational): boolean {
    return this.top === other.top && this.bottom === other.bottom;
  }
  below(other: Rational): boolean {
    return this.compare(other) < 0;
  }
  above(other: Rational): boolean {
    return this.compare(other) > 0;
  }
  get isZero(): boolean {
    return this.top === 0n;
  }
  get isNegative(): boolean {
    return this.top < 0n;
  }

  static lower(a: Rational, b: Rational): Rational {
    return a.above(b) ? b : a;
  }
  static higher(a: Rational, b: Rational): Rational {
    return a.below(b) ? b : a;
  }
  static sum(parts: Iterable<Rational>): Rational {
    let total = Rational.zero;
    for (const part of parts) total = total.plus(part);
    return total;
  }

  /** `"3"` or `"1/3"`: read back by `parse` without loss. */
  toText(): string {
    return this.bottom === 1n ? `${this.top}` : `${this.top}/${this.bottom}`;
  }

  /** A decimal with no more digits than it needs, or undefined where the fraction has no end (1/3). */
  toDecimal(): string | undefined {
    let rest = this.bottom;
    let [twos, fives] = [0, 0];
    for (; rest % 2n === 0n; rest /= 2n) twos++;
    for (; rest % 5n === 0n; rest /= 5n) fives++;
    return rest === 1n ? this.toFixed(Math.max(twos, fives)) : undefined;
  }

  /** Exactly `decimals` digits after the point, halves away from zero. For showing and for amounts already rounded. */
  toFixed(decimals: number): string {
    const scale = 10n ** BigInt(decimals);
    const size = this.top < 0n ? -this.top : this.top;
    const scaled = (2n * size * scale + this.bottom) / (2n * this.bottom);
    const text = `${scaled}`.padStart(decimals + 1, "0");
    const sign = this.top < 0n && scaled !== 0n ? "-" : "";
    return decimals === 0 ? sign + text : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
  }
}
