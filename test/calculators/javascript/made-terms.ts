import type { ContractNode, MissingPolicy, Payment } from "@concordat/model";
import { type Builder, plain, pounds } from "../../model/build.js";

export const AXIS = "practice";

/** What values may read: inputs of the contract and of a row, and the payments made so far. */
export interface Readable {
  readonly plain: string[];
  readonly rows: string[];
  readonly payments: Payment[];
  /** A date that is given once. */
  date?: string;
}

/** Values made at random, of every construct in every other. */
export class MadeTerms {
  constructor(
    private readonly random: () => number,
    private readonly b: Builder,
    private readonly readable: Readable,
  ) {}

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.random() * from.length)]!;
  }
  whole(below: number): number {
    return Math.floor(this.random() * below);
  }

  constant(): string {
    return this.b.constant(
      this.pick(["0", "1", "2", "10", "50", "99.995", "-4", "120", "1000", "1/3", "0.125", "7.5"]),
      this.pick([pounds, plain]),
    );
  }

  /** A number; in a row, it may read the row. */
  number(depth: number, rows: boolean): string {
    const n = (): string => this.number(depth - 1, rows);
    if (depth === 0) return this.leaf(rows);
    const kinds: (() => string)[] = [
      () => this.leaf(rows),
      () => this.node("plus", { terms: [n(), n(), n()].slice(this.whole(2)) }, rows),
      () => this.node("less", { from: n(), take: n(), floor: this.random() < 0.7 }, rows),
      () => this.node("times", { left: n(), right: n(), written: "of", ...this.scale() }, rows),
      () => this.node("divided", { top: n(), bottom: n(), ...this.scale() }, rows),
      () => this.node(this.pick(["higher", "lower"]), { operands: [n(), n(), ...this.none(rows)] }, rows),
      () => this.scaled(n(), rows),
      () => this.tiered(depth, rows),
      () => this.banded(n(), rows),
      () =>
        this.node(
          "only-when",
          { when: this.truth(depth, rows), rest: n(), ...(this.random() < 0.5 ? { otherwise: n() } : {}) },
          rows,
        ),
      () => this.node(this.pick(["at-most", "at-least"]), { of: n(), limit: this.none(rows)[0] ?? n() }, rows),
      () =>
        this.node(
          "rounded",
          {
            of: n(),
            to: this.pick(["0.01", "1", "5", "1/3"]),
            ties: this.pick(["away-from-zero", "to-even", "towards-zero"]),
          },
          rows,
        ),
      () => this.present(this.leaf(rows), rows),
      () =>
        this.node(
          "span",
          { of: this.pick([this.leaf(rows), n()]), each: "quarter", how: this.pick(["add", "average", "latest"]) },
          rows,
        ),
      () => this.across(depth, rows),
      () => this.standardised(depth, rows),
      () => this.pool(n, rows),
      () =>
        this.node(
          "points",
          {
            price: n(),
            lines: [29, 44].map((points) => ({
              points: `${points}`,
              on: "x",
              achievement: n(),
              source: this.b.source(),
            })),
          },
          rows,
        ),
      () => this.node("withholds", { withheld: n(), back: this.pool(n, rows) }, rows),
      () => this.node("credit", { when: this.truth(depth, rows), amount: n() }, rows),
      () => this.weighted(n, rows),
      () => this.reading(rows),
    ];
    return this.pick(kinds)();
  }

  private leaf(rows: boolean): string {
    const { b } = this;
    const dated = {
      rows: [
        { from: null, value: "100" },
        { from: "2026-11-15", value: "140.5" },
        { from: "2027-04-01", value: "90" },
      ],
    };
    const choices: (() => string)[] = [
      () => this.constant(),
      () => this.pick(this.readable.plain),
      () => b.node("dated", { ...dated, flow: this.pick([null, "quarter", "year"]) }),
    ];
    const ofRow: (() => string)[] = [
      () => this.pick(this.readable.rows),
      () => this.node("attribute", { of: AXIS, field: "weight" }, true),
      () => this.node("lookup", { table: "terms", column: "share", key: this.track() }, true),
    ];
    return this.pick(rows ? [...choices, ...ofRow] : choices)();
  }

  private track = (): string =>
    this.b.node("attribute", { of: AXIS, field: "track", axes: [AXIS], unit: { kind: "name", of: "track" } });

  /** A table's cell that may be "none". */
  private none(rows: boolean): string[] {
    if (!rows || this.random() < 0.5) return [];
    return [this.node("lookup", { table: "terms", column: "cap", key: this.track() }, true)];
  }

  private scale = () => (this.random() < 0.3 ? { scale: "1/1000" } : {});

  private scaled(x: string, rows: boolean): string {
    const points = [
      ["0", "10"],
      ["0.4", this.pick(["50", "1"])],
      ["1", this.pick(["120", "-3"])],
    ].slice(this.whole(2));
    const place = (at: string): string => this.b.constant(at, plain);
    const ends = this.pick([[], [{ side: "below", at: place("5") }], [{ side: "above", at: place("100") }]]);
    return this.node(
      "scaled",
      {
        x,
        points: points.map(([value, at]) => ({ value: this.b.percent(value!), at: place(at!) })),
        ...(this.random() < 0.5 ? { ends } : {}),
      },
      rows,
    );
  }

  private tiered(depth: number, rows: boolean): string {
    const count = 1 + this.whole(3);
    const made = Array.from({ length: count }, () => ({
      when: this.truth(depth, rows),
      value: this.number(depth - 1, rows),
    }));
    const x = this.random() < 0.5 ? { x: this.leaf(rows) } : {};
    return this.node("tiered", { rows: made, otherwise: this.number(depth - 1, rows), ...x }, rows);
  }

  private banded(x: string, rows: boolean): string {
    const rate = (): string => this.b.percent(this.pick(["0", "0.5", "1/3", "2"]));
    const width = (): string => this.b.constant(this.pick(["10", "25.5", "80"]));
    const [low, high] = [this.b.constant("20"), this.b.constant("75.25")];
    const slices = this.pick([
      [
        { part: "first" as const, rate: rate(), width: width() },
        { part: "next" as const, rate: rate(), width: width() },
        { part: "rest" as const, rate: rate() },
      ],
      [
        { part: "below" as const, rate: rate(), to: low },
        { part: "between" as const, rate: rate(), from: low, to: high },
        { part: "above" as const, rate: rate(), from: high },
      ],
    ]);
    return this.node("banded", { x, slices, ...this.scale() }, rows);
  }

  private present(of: string, rows: boolean): string {
    const kind = this.pick<MissingPolicy["kind"]>([
      "met",
      "missed",
      "baseline",
      "hold",
      "share-weight",
      "defer",
      "decide",
    ]);
    const first = kind === "hold" ? { first: this.constant() } : {};
    const policy = { kind, ...first, ...(kind === "decide" ? { by: "icb" } : {}), source: this.b.source() };
    return this.node("present", { of, policy, instead: this.constant() }, rows);
  }

  private across(depth: number, rows: boolean): string {
    if (rows) return this.leaf(rows);
    const how = this.pick(["total", "average", "highest", "lowest", "count"] as const);
    const of = how === "count" ? {} : { of: this.number(Math.min(depth - 1, 1), true) };
    const where = this.random() < 0.4 ? { where: this.truth(1, true) } : {};
    return this.b.node("across", { axis: AXIS, how, ...of, ...where });
  }

  private standardised(depth: number, rows: boolean): string {
    if (rows) return this.leaf(rows);
    const weights = { north: "2", south: "1/3", west: "7.5" };
    return this.b.node("standardised", {
      of: this.number(Math.min(depth - 1, 1), true),
      axis: AXIS,
      weights: Object.entries(weights).map(([key, weight]) => ({ key, weight })),
    });
  }

  /** The groups have rows; how many of them are counted is read. */
  private significant(rows: boolean): string {
    const group = (): { top: string; bottom: string } => ({
      top: this.leaf(rows),
      bottom: this.b.constant(this.pick(["120", "1000", "7"]), plain),
    });
    const [compared, other] = [group(), group()];
    const sides = this.pick([1, 2]);
    const test = {
      side: this.pick(["below", "above"]),
      sides,
      level: "0.95",
      critical: sides === 1 ? "1.645" : "1.96",
    };
    return this.node("significant", { compared, with: other, ...test, unit: { kind: "truth" } }, rows);
  }

  pool(n: () => string, rows: boolean): string {
    const weights = ["0.4", "0.35", "0.25"].map((weight) => {
      const achievement =
        this.random() < 0.6 ? this.present(this.pick(rows ? this.readable.rows : this.readable.plain), rows) : n();
      const node = this.b.model.nodes[achievement]!;
      const sharesWeight = node.kind === "present" && node.policy.kind === "share-weight";
      return { weight, on: `on-${weight}`, achievement, sharesWeight, source: this.b.source() };
    });
    return this.node("pool", { pool: n(), weights }, rows);
  }

  private weighted(n: () => string, rows: boolean): string {
    const parts = ["0.4", "0.35", "0.25"].map((weight) => ({
      weight,
      on: `on-${weight}`,
      value: this.random() < 0.7 ? this.pick(rows ? this.readable.rows : this.readable.plain) : n(),
      sharesWeight: this.random() < 0.7,
      source: this.b.source(),
    }));
    return this.node("weighted", { parts, minimum: 1 + this.whole(3) }, rows);
  }

  reading(rows: boolean): string {
    const readable = this.readable.payments.filter(({ forEach }) => forEach === undefined || rows);
    if (readable.length === 0) return this.leaf(rows);
    const { name, each, pool } = this.pick(readable);
    return this.node(
      "payment-value",
      { payment: name, reads: this.pick(pool ? ["earned", "amount", "pool"] : ["earned", "amount"]), each },
      rows,
    );
  }

  private truth(depth: number, rows: boolean): string {
    const comparison = this.pick(["is", "at-least", "at-most", "above", "below"] as const);
    const unit = { kind: "truth" as const };
    const tests: (() => string)[] = [
      () =>
        this.node(
          "test",
          { left: this.number(Math.max(0, depth - 1), rows), comparison, right: this.leaf(rows), unit },
          rows,
        ),
      () => {
        const operator = this.pick(["and", "or", "not"] as const);
        const operands = [this.truth(0, rows), this.truth(0, rows)].slice(operator === "not" ? 1 : 0);
        return this.node("logic", { operator, operands, unit }, rows);
      },
    ];
    if (depth > 0 && this.random() < 0.1) return this.significant(rows);
    if (depth > 0 && this.random() < 0.1) return this.node("falls", { date: this.readable.date!, unit }, rows);
    const ofRow: (() => string)[] = [
      () => this.node("attribute", { of: AXIS, field: "open", unit }, true),
      () => {
        const two = this.b.node("constant", { value: "two", unit: { kind: "name", of: "track" } });
        return this.node(
          "test",
          { left: this.track(), comparison: this.pick(["is", "is-not"]), right: two, unit },
          true,
        );
      },
      () => {
        const cap = this.node("lookup", { table: "terms", column: "cap", key: this.track() }, true);
        return this.node("test", { left: cap, comparison, right: this.leaf(true), unit }, true);
      },
    ];
    return this.pick(depth === 0 ? tests.slice(0, 1) : rows ? [...tests, ...ofRow] : tests)();
  }

  node(kind: ContractNode["kind"], fields: Record<string, unknown>, rows: boolean): string {
    return this.b.node(kind, { ...fields, axes: rows ? [AXIS] : [] } as never);
  }
}
