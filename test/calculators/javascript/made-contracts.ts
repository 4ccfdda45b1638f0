import type { ContractModel, Payment, PeriodKind } from "@concordat/model";
import { Builder, percent, plain, pounds, row, shares } from "../../model/build.js";
import { AXIS, MadeTerms, type Readable } from "./made-terms.js";
import { randomOf } from "./scenarios.js";

/** A contract made at random: payments of every construct in every other, over rows and periods, with policies and limits. */
export function madeContract(seed: number): ContractModel {
  return new Maker(seed).contract();
}

type Sharing = Payment["branches"][number]["receivers"];
const PERIODS: readonly PeriodKind[] = ["quarter", "half-year", "year", "year"];
const PARTIES = ["icb", "council", "trust", "gps", "vcfse"];

class Maker {
  private readonly random: () => number;
  private readonly b: Builder;
  private readonly readable: Readable = { plain: [], rows: [], payments: [] };
  private readonly terms: MadeTerms;

  constructor(seed: number) {
    this.random = randomOf(seed);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(this.random() * from.length)]!;
    this.b = new Builder({
      from: pick(["2026-04-01", "2026-06-15"]),
      to: "2028-03-31",
      rounding: { unit: "0.01", ties: pick(["away-from-zero", "to-even"]) },
      division: pick([
        { rule: seed % 3 === 0 ? "running-remainder" : "largest-remainder" },
        { rule: "residual", to: "gps" },
      ]),
    });
    this.terms = new MadeTerms(this.random, this.b, this.readable);
  }

  contract(): ContractModel {
    this.declare();
    const count = 1 + this.terms.whole(3);
    for (let index = 0; index < count; index++) this.payment(`payment-${index}`);
    return this.b.done();
  }

  private declare(): void {
    const { b } = this;
    b.participants(
      AXIS,
      {
        north: { weight: "12.5", track: "one", open: "true" },
        south: { weight: this.terms.pick(["8", "1/3"]), track: "two", open: this.terms.pick(["true", "false"]) },
        west: { weight: this.terms.pick(["40", null]), track: "one", open: "false" },
      },
      ["weight", "track", "open"],
    );
    b.model.tables.push(
      this.table("terms", { one: { share: "0.5", cap: "90" }, two: { share: "1/3", cap: null } }),
      this.table("most", { trust: { cap: "40" }, gps: { cap: "12.345" }, vcfse: { cap: null }, icb: { cap: "55" } }),
    );
    for (const each of ["year", "quarter"] as const) this.readable.plain.push(b.figure(`figure-${each}`, pounds, each));
    this.readable.plain.push(b.metric("rate", plain), b.metric("part", percent));
    b.model.figures.push({ ...b.model.figures[0]!, name: "once", timing: "once" });
    this.readable.plain.push(b.node("given", { input: "once", of: "figure" }));
    b.model.figures.push({ ...b.model.figures[0]!, name: "opened", type: { type: "date" }, timing: "once" });
    this.readable.date = b.node("given", { input: "opened", of: "figure", unit: { kind: "date" } });
    this.readable.rows.push(b.figure("size", pounds, "year", [AXIS]), b.metric("score", percent, "year", [AXIS]));
  }

  private table(name: string, rows: Record<string, Record<string, string | null>>): ContractModel["tables"][number] {
    const columns = Object.keys(Object.values(rows)[0]!).map((column) => ({ name: column, unit: pounds }));
    const listed = Object.entries(rows).map(([key, cells]) => ({ key, cells }));
    return { name, key: "track", columns, rows: listed, source: this.b.source() };
  }

  private payment(name: string): void {
    const rows = this.random() < 0.35;
    const each = this.terms.pick(PERIODS);
    const payers = this.sharing();
    const receivers = rows && this.random() < 0.7 ? row(AXIS) : this.sharing();
    const pool = this.random() < 0.4 ? this.terms.constant() : undefined;
    const branch = (more: Partial<Payment["branches"][number]>): Payment["branches"][number] =>
      this.b.branch(this.amount(rows), {
        receivers,
        payers,
        direction: this.terms.pick(["to", "by"]),
        limits: this.limits(),
        ...more,
      });
    const compared = (side: "below" | "above", actual: string, expected: string): Payment["branches"][number] =>
      branch({ when: side, compares: this.terms.node("compares", { actual, expected, side }, rows) });
    const [actual, expected] = [this.terms.number(1, rows), this.terms.number(1, rows)];
    const branches =
      this.random() < 0.5
        ? [branch({})]
        : [compared("below", actual, expected), ...(this.random() < 0.7 ? [compared("above", actual, expected)] : [])];
    this.readable.payments.push(
      this.b.payment(name, branches, { each, ...(rows ? { forEach: AXIS } : {}), ...(pool ? { pool } : {}) }),
    );
  }

  /** Pools and other payments more often than among all constructs: they are what waits. */
  private amount(rows: boolean): string {
    const style = this.random();
    if (style > 0.5) return this.terms.number(3, rows);
    const root = style < 0.3 ? this.terms.pool(() => this.terms.constant(), rows) : this.terms.reading(rows);
    return this.random() < 0.5
      ? root
      : this.terms.node("plus", { terms: [root, root, this.terms.number(1, rows)] }, rows);
  }

  private sharing(): Sharing {
    const parties = PARTIES.filter(() => this.random() < 0.5);
    const chosen = parties.length === 0 ? ["icb"] : parties;
    return shares(Object.fromEntries(chosen.map((party) => [party, 1 + this.terms.whole(60)])));
  }

  private limits(): Payment["branches"][number]["limits"] {
    if (this.random() < 0.6) return [];
    const key = this.b.node("attribute", { of: "party", axes: ["party"], unit: { kind: "name", of: "party" } });
    const table = this.b.node("lookup", { table: "most", column: "cap", key, axes: ["party"] });
    const limit = this.terms.pick([
      table,
      this.terms.constant(),
      this.b.node("dated", { rows: [{ from: null, value: "70" }], flow: "year" }),
    ]);
    return [
      {
        on: this.terms.pick(["pays", "receives"]),
        limit,
        excess: this.terms.pick([null, "icb", "trust"]),
        source: this.b.source(),
      },
    ];
  }
}
