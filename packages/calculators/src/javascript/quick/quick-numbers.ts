import { type Comparison, Rational, type TieRule } from "@concordat/model";
import type { Writer } from "../writer.js";
import { type Arithmetic, NotQuick } from "./arithmetic.js";
import { Code } from "./code.js";
import { ROUNDERS } from "./runtime.js";
import { cancelled, commonOf, type Denominator, productOf, type QuickNumber, quotientOf } from "./value.js";

const OPERATORS: Readonly<Record<Comparison, string>> = {
  is: "===",
  "is-not": "!==",
  "at-least": ">=",
  "at-most": "<=",
  above: ">",
  below: "<",
};

type Condition = { readonly is: "truth"; readonly code: string; readonly known?: boolean };

/** Exact arithmetic as straight code. Known numbers are worked out while writing. */
export class QuickNumbers {
  readonly code: Code;

  constructor(
    readonly w: Writer,
    readonly arithmetic: Arithmetic,
  ) {
    this.code = new Code(arithmetic);
  }

  constant(value: Rational): QuickNumber {
    return {
      is: "number",
      n: this.arithmetic.literal(value.top),
      d: { constant: value.bottom, variables: [] },
      known: value,
    };
  }

  plus(a: QuickNumber, b: QuickNumber): QuickNumber {
    if (a.known && b.known) return this.constant(a.known.plus(b.known));
    if (a.known?.isZero) return b;
    if (b.known?.isZero) return a;
    const d = commonOf(a.d, b.d);
    return { is: "number", n: this.code.variable(`${this.over(a, d)} + ${this.over(b, d)}`), d };
  }

  less(a: QuickNumber, b: QuickNumber): QuickNumber {
    if (a.known && b.known) return this.constant(a.known.less(b.known));
    if (b.known?.isZero) return a;
    const d = commonOf(a.d, b.d);
    return { is: "number", n: this.code.variable(`${this.over(a, d)} - ${this.over(b, d)}`), d };
  }

  times(a: QuickNumber, b: QuickNumber): QuickNumber {
    if (a.known && b.known) return this.constant(a.known.times(b.known));
    if (b.known) return this.times(b, a);
    if (!a.known) return { is: "number", n: this.code.variable(`${a.n} * ${b.n}`), d: productOf(a.d, b.d) };
    if (a.known.isZero) return a;
    const [sign, size] = [a.known.isNegative ? -1n : 1n, a.known.size()];
    const [top, d] = cancelled({ constant: size.top, variables: [] }, productOf(b.d, a.d));
    return { is: "number", n: this.multiplied(b.n, { ...top, constant: sign * top.constant }), d };
  }

  /** Leaves the function where `b` is zero. */
  dividedBy(a: QuickNumber, b: QuickNumber): QuickNumber {
    if (b.known) {
      if (b.known.isZero) throw new NotQuick("division by zero");
      return this.times(this.constant(Rational.one.over(b.known)), a);
    }
    const [above, below] = cancelled(b.d, a.d);
    const [n, d] = [this.code.fresh("v"), this.code.fresh("v")];
    const zero = this.arithmetic.literal(0n);
    this.code.line(`let ${n} = ${this.multiplied(a.n, above)};`);
    this.code.line(`let ${d} = ${this.multiplied(b.n, below)};`);
    this.code.line(`if (${d} === ${zero}) return undefined;`);
    this.code.line(`if (${d} < ${zero}) [${n}, ${d}] = [-${n}, -${d}];`);
    return { is: "number", n, d: { constant: 1n, variables: [d] } };
  }

  higher(a: QuickNumber, b: QuickNumber): QuickNumber {
    return this.extreme(a, b, ">");
  }
  lower(a: QuickNumber, b: QuickNumber): QuickNumber {
    return this.extreme(a, b, "<");
  }

  compare(a: QuickNumber, comparison: Comparison, b: QuickNumber): Condition {
    if (a.known && b.known) {
      const known = holds(comparison, a.known.compare(b.known));
      return { is: "truth", code: `${known}`, known };
    }
    const d = commonOf(a.d, b.d);
    const sides = b.known?.isZero ? [a.n, b.n] : [this.over(a, d), this.over(b, d)];
    return { is: "truth", code: this.code.variable(sides.join(` ${OPERATORS[comparison]} `), false) };
  }

  /** Names and dates. */
  compareTexts(left: string, comparison: Comparison, right: string): Condition {
    return { is: "truth", code: this.code.variable(`${left} ${OPERATORS[comparison]} ${right}`, false) };
  }

  /** Leaves the function, for the general functions to settle instead. */
  leaveIf(condition: Condition): void {
    if (condition.known) throw new NotQuick("it always leaves");
    if (condition.known === undefined) this.code.line(`if (${condition.code}) return undefined;`);
  }

  /** One of two numbers; only the one that applies is worked out. */
  choose(condition: Pick<Condition, "code" | "known">, yes: () => QuickNumber, no: () => QuickNumber): QuickNumber {
    if (condition.known !== undefined) return condition.known ? yes() : no();
    const [first, second] = [this.code.aside(yes), this.code.aside(no)];
    const [a, b] = [first.result, second.result];
    // What an arm worked out ends with it: a denominator that has a part in there is brought out as a variable.
    const outside = [...a.d.variables, ...b.d.variables].every((variable) => this.code.sees(variable));
    const n = this.code.fresh("v");
    const d = outside ? commonOf(a.d, b.d) : { constant: 1n, variables: [this.code.fresh("v")] };
    this.code.line(outside ? `let ${n};` : `let ${n}, ${d.variables[0]};`);
    for (const { block, result } of [first, second]) {
      this.code.within(block, () => {
        if (outside) return this.code.line(`${n} = ${this.over(result, d)};`);
        this.code.line(`${n} = ${result.n};`);
        this.code.line(`${d.variables[0]} = ${this.factor(result.d)};`);
      });
    }
    this.code.when(condition.code, first.block, second.block);
    return { is: "number", n, d };
  }

  /** How many whole units a number is, rounded on its size: a variable. */
  units(value: QuickNumber, unit: Rational, ties: TieRule): string {
    const [above, below] = cancelled(
      { constant: unit.bottom, variables: [] },
      { ...value.d, constant: value.d.constant * unit.top },
    );
    const bottom = this.factor(below);
    const round = this.w.use(ROUNDERS[this.arithmetic.kind]);
    return this.code.variable(`${round}(${this.multiplied(value.n, above)}, ${bottom}, ${this.w.text(ties)})`);
  }

  rounded(value: QuickNumber, unit: Rational, ties: TieRule): QuickNumber {
    const units = this.units(value, unit, ties);
    return {
      is: "number",
      n: this.multiplied(units, { constant: unit.top, variables: [] }),
      d: { constant: unit.bottom, variables: [] },
    };
  }

  /** A whole number times what a denominator is worth. */
  multiplied(n: string, by: Denominator): string {
    const written = /^-?\d+n?$/.test(n) ? BigInt(n.replace("n", "")) : undefined;
    if (written === 0n) return n;
    if (written !== undefined && by.variables.length === 0) return this.arithmetic.literal(written * by.constant);
    const factor = this.factor(by);
    if (factor === this.arithmetic.literal(1n)) return n;
    if (written === 1n) return factor;
    return this.code.product(`${n} * ${factor}`, () => this.code.variable(`${n} * ${factor}`));
  }

  protected factor({ constant, variables }: Denominator): string {
    const [first, ...rest] = variables;
    if (first === undefined) return this.arithmetic.literal(constant);
    const start =
      constant === 1n
        ? first
        : this.code.product(`${constant} ${first}`, () =>
            this.code.variable(`${this.arithmetic.literal(constant)} * ${first}`),
          );
    return rest.reduce(
      (product, variable) =>
        this.code.product(`${product} * ${variable}`, () => this.code.variable(`${product} * ${variable}`)),
      start,
    );
  }

  private over(value: QuickNumber, d: Denominator): string {
    return this.multiplied(value.n, quotientOf(d, value.d));
  }

  private extreme(a: QuickNumber, b: QuickNumber, operator: "<" | ">"): QuickNumber {
    if (a.known && b.known)
      return this.constant(operator === ">" ? Rational.higher(a.known, b.known) : Rational.lower(a.known, b.known));
    const d = commonOf(a.d, b.d);
    const zero = [a, b].find(({ known }) => known?.isZero);
    const denominator = zero === a ? b.d : zero === b ? a.d : d;
    const [left, right] = zero ? [a.n, b.n] : [this.over(a, d), this.over(b, d)];
    return {
      is: "number",
      n: this.code.variable(`${left} ${operator} ${right} ? ${left} : ${right}`, false),
      d: denominator,
    };
  }
}

function holds(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case "is":
      return order === 0;
    case "is-not":
      return order !== 0;
    case "at-least":
      return order >= 0;
    case "at-most":
      return order <= 0;
    case "above":
      return order > 0;
    case "below":
      return order < 0;
  }
}
