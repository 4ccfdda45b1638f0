import { type ContractModel, operandsOf, type PeriodKind, type Unit, type Value } from "@concordat/model";
import { commentText } from "../names.js";
import { quick } from "../registry.js";
import type { Writer } from "../writer.js";
import { type Arithmetic, NotQuick } from "./arithmetic.js";
import { FixedValues } from "./fixed.js";
import { QuickNumbers } from "./quick-numbers.js";
import { leastCommon, type QuickNumber, type QuickValue } from "./value.js";

/**
 * Writes nodes as straight code for one period in which everything that is read is reported. Where something is not, the
 * code leaves its function with undefined, and the general functions settle instead. Throws `NotQuick` for what it
 * cannot say.
 */
export class QuickWriter extends QuickNumbers {
  /** The row in hand: its participant set, and the variable that holds its key. */
  row: { readonly axis: string; readonly key: string } | undefined;
  private readonly fixed: FixedValues;

  constructor(
    w: Writer,
    readonly kind: PeriodKind,
    arithmetic: Arithmetic,
  ) {
    super(w, arithmetic);
    this.fixed = new FixedValues(w.contract, kind);
  }

  get contract(): ContractModel {
    return this.w.contract;
  }

  value(id: string): QuickValue {
    const node = this.w.node(id);
    const key = this.row && node.axes.includes(this.row.axis) ? `${id} of ${this.row.key}` : id;
    const known = this.code.known(key);
    if (known) return known;
    if (node.name !== undefined && node.kind !== "constant") this.code.line(`// ${commentText(node.name)}`);
    const value = this.fixedValue(id) ?? quick(node, this);
    this.code.remember(key, value);
    return value;
  }

  number(id: string): QuickNumber {
    const value = this.value(id);
    if (value.is !== "number") throw new NotQuick(`${id} is no number`);
    return value;
  }

  truth(id: string): { code: string; known?: boolean } {
    const value = this.value(id);
    if (value.is !== "truth") throw new NotQuick(`${id} is no condition`);
    return value;
  }

  /** The value of each period, of a party, where no data has a say in it. */
  fixedOf(id: string, party: string): readonly Value[] | undefined {
    return this.fixed.of(id, party);
  }

  /** A value that no data has a say in: a constant, or one for each period. */
  fixedValue(id: string): QuickValue | undefined {
    const values = this.fixed.of(id);
    const first = values?.[0];
    if (values === undefined || first === undefined) return undefined;
    if (first.is === "none" && values.every((value) => value.is === "none")) return { is: "none" };
    if (first.is === "truth" && values.every((value) => value.is === "truth" && value.truth === first.truth))
      return { is: "truth", code: `${first.truth}`, known: first.truth };
    if (first.is === "name" && values.every((value) => value.is === "name" && value.name === first.name))
      return { is: "text", code: this.w.text(first.name) };
    const exact = values.map((value) => {
      if (value.is !== "number") throw new NotQuick(`${id} is not a number in every period`);
      return value.number;
    });
    if (exact.every((value) => value.equals(exact[0]!))) return this.constant(exact[0]!);
    const constant = exact.reduce((product, { bottom }) => leastCommon(product, bottom), 1n);
    const tops = exact.map(({ top, bottom }) => this.arithmetic.literal(top * (constant / bottom)));
    const name = this.w.node(id).name ?? id;
    const table = this.w.table(
      `fixed ${this.kind} ${this.arithmetic.kind} ${id}`,
      `${name} each ${this.kind}`,
      () => `[${tops.join(", ")}]`,
    );
    return { is: "number", n: this.code.variable(`${table}[period]`, false), d: { constant, variables: [] } };
  }

  /** A number that data gives for the whole of the period, of the row in hand where it has an axis. */
  input(name: string, axes: readonly string[]): QuickNumber {
    const given = this.given(name, axes);
    this.code.line(`if (${given} === undefined || ${given} === null) return undefined;`);
    return this.pair(given);
  }

  /** The variable that holds what was given of an input: a pair, null, or undefined. */
  given(name: string, axes: readonly string[]): string {
    if (axes.length > 1 || (axes.length === 1 && axes[0] !== this.row?.axis))
      throw new NotQuick(`${name} is of no row`);
    const of = axes.length === 0 ? "" : `?.[${this.row!.key}]`;
    return this.code.variable(`inputs[${this.w.text(name)}]${of}`, false);
  }

  /** What a pair of bigints in a variable is worth. */
  pair(given: string): QuickNumber {
    this.code.line(`if (typeof ${given}[0] !== "bigint" || typeof ${given}[1] !== "bigint") return undefined;`);
    const n = this.code.variable(this.arithmetic.from(`${given}[0]`));
    const d = this.code.variable(this.arithmetic.from(`${given}[1]`));
    this.code.line(`if (${d} <= ${this.arithmetic.literal(0n)}) return undefined;`);
    return { is: "number", n, d: { constant: 1n, variables: [d] } };
  }

  /** What a map holds for a key, of the kind that the unit says; leaves the function where it has none. */
  cell(map: string, key: string, unit: Unit): QuickValue {
    const found = this.code.variable(`${map}.get(${key})`, false);
    if (unit.kind === "quantity") {
      this.code.line(`if (!(${found} instanceof Fraction)) return undefined;`);
      const [n, d] = ["n", "d"].map((side) => this.code.variable(this.arithmetic.from(`${found}.${side}`)));
      return { is: "number", n: n!, d: { constant: 1n, variables: [d!] } };
    }
    const truth = unit.kind === "truth";
    this.code.line(`if (typeof ${found} !== ${truth ? '"boolean"' : '"string"'}) return undefined;`);
    return { is: truth ? "truth" : "text", code: found };
  }

  /** A sum over every row of a participant set. `of` is the node that is added, as `write` writes it for one row. */
  sumOfRows(axis: string, write: () => QuickNumber, of: string): QuickNumber {
    this.beforeRows(of, axis);
    const outer = this.row;
    const [row, n, d] = ["row", "v", "v"].map((prefix) => this.code.fresh(prefix)) as [string, string, string];
    this.code.line(`let ${n} = ${this.arithmetic.literal(0n)};`);
    this.code.line(`let ${d} = ${this.arithmetic.literal(1n)};`);
    this.row = { axis, key: row };
    const { block } = this.code.aside(() => {
      const part = write();
      const bottom = this.factor(part.d);
      const unlike = this.code.aside(() => {
        for (const variable of [n, d]) {
          this.code.line(`${variable} *= ${bottom};`);
          this.code.check(variable);
        }
      });
      this.code.when(`${d} % ${bottom} !== ${this.arithmetic.literal(0n)}`, unlike.block);
      this.code.line(`${n} += ${this.code.variable(`${part.n} * (${d} / ${bottom})`)};`);
      this.code.check(n);
    });
    this.row = outer;
    this.code.loop(`const ${row} of ${this.w.keys(axis)}`, block);
    return { is: "number", n, d: { constant: 1n, variables: [d] } };
  }

  /** Works out beforehand what is the same for every row. */
  private beforeRows(id: string, axis: string): void {
    const node = this.w.node(id);
    if (node.kind === "constant") return;
    if (!node.axes.includes(axis)) this.value(id);
    else for (const operand of operandsOf(node)) this.beforeRows(operand, axis);
  }
}
