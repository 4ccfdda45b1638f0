import assert from "node:assert/strict";
import {
  type ContractModel,
  calendarOf,
  type InputValue,
  memberAt,
  type PeriodKind,
  pathTo,
  periodsOf,
} from "@concordat/model";
import fc from "fast-check";
import { belongingTable } from "../../../packages/data/src/members.js";
import { type ColumnType, column, type Expression, type Literal } from "../../../packages/data/src/plan/expression.js";
import { FILE, nameOf, ROW } from "../../../packages/data/src/plan/names.js";
import { type Column, filter, project, type Relation, scan, union } from "../../../packages/data/src/plan/relation.js";
import { periodColumn, periodNumber } from "../../../packages/data/src/records/periods.js";
import { computeTallies } from "../../../packages/data/src/records/tallies.js";
import { keysOf } from "../../../packages/data/src/sources/needs.js";
import { cases } from "../../support/measure.js";
import { postgresql } from "../../support/postgresql.js";
import { duckdb, memory, type Plans, postgres } from "../dialects/engines.js";
import { ONE } from "../dialects/tables.js";
import { measured } from "./contract.js";
import type { Visit } from "./naive.js";
import { visits } from "./visits.js";

const literal = (value: Literal, type: ColumnType): Expression => ({
  op: "as",
  of: { op: "literal", value },
  type,
});
const nothing: Literal = { type: "nothing" };
const word = (text: string): Expression => literal({ type: "text", text }, { type: "text" });
const day = (text: string | undefined): Expression =>
  literal(text === undefined ? nothing : { type: "date", text }, { type: "date" });
const MONEY = { type: "decimal", digits: 18, scale: 2 } as const;
const pounds = (pence: number | undefined): Expression =>
  literal(
    pence === undefined
      ? nothing
      : {
          type: "decimal",
          text: `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`,
          digits: 18,
          scale: 2,
        },
    MONEY,
  );

/** The rows as the table that reading them leaves in the engine. */
function tableOf(rows: readonly Visit[], kinds: readonly PeriodKind[], contract: ContractModel): Relation {
  const calendar = calendarOf(contract.term, contract.yearStarts);
  const written = rows.map((row, place): Relation => {
    const cells: Record<string, Expression> = {
      person: word(row.person),
      day: day(row.day),
      seen: day(row.seen),
      ward: word(row.ward),
      practice: word(row.practice),
      band: word(row.band),
      cost: pounds(row.cost),
      urgent: literal({ type: "truth", truth: row.urgent }, { type: "truth" }),
    };
    return project(scan(ONE), [
      { name: ROW, of: literal({ type: "whole", number: BigInt(place) }, { type: "whole" }) },
      { name: FILE, of: literal({ type: "whole", number: 0n }, { type: "whole" }) },
      ...Object.entries(cells).map(([name, of]): Column => ({ name: nameOf(name), of })),
    ]);
  });
  const names = [ROW, FILE, ...["person", "day", "seen", "ward", "practice", "band", "cost", "urgent"].map(nameOf)];
  return project(union(written), [
    ...names.map((name) => ({ name, of: column(name) })),
    ...kinds.map((kind) => ({
      name: periodColumn(kind),
      of: periodNumber(column(nameOf("day")), periodsOf(kind, calendar)),
    })),
  ]);
}

/** Every tally of the contract over the rows, as an engine works it out. */
async function tallied(plans: Plans, rows: readonly Visit[], contract: ContractModel): Promise<InputValue[]> {
  const [records] = contract.records;
  const kinds = [...new Set(contract.tallies.flatMap(({ each }) => each))];
  await plans.make(nameOf("visits"), tableOf(rows, kinds, contract));
  for (const { by } of contract.tallies) {
    for (const { axis, member } of by) if (member !== undefined) await belongs(plans, contract, member, axis);
  }
  const coverage = { from: "2026-04-01", to: "2027-03-31" };
  const values = await computeTallies(records!, {
    ask: (relation) => plans.rows(relation),
    contract,
    calendar: calendarOf(contract.term, contract.yearStarts),
    shown: "visits",
    extract: "the extract of visits",
    whyNot: () => undefined,
    begins: () => undefined,
    atHand: new Map([["visits", { records: records!, coverage, knownTo: "2027-04-10" }]]),
  });
  return values.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function belongs(plans: Plans, contract: ContractModel, member: string, axis: string): Promise<void> {
  const path = pathTo(contract.participants, member, axis) ?? [];
  const pairs = keysOf(contract, member).map(
    (key) => [key, memberAt(contract.participants, member, key, path)] as const,
  );
  const rows = pairs.map(([key, place]) =>
    project(scan(ONE), [
      { name: "key", of: word(key) },
      { name: "place", of: word(place ?? "") },
    ]),
  );
  await plans.make(belongingTable(member, axis), filter(union(rows), { op: "known", of: column("key") }));
}

describe("every kind of metric, in several engines", function () {
  this.timeout(300_000);
  const open: Plans[] = [];
  afterEach(async () => {
    for (const plans of open.splice(0)) await plans.close();
  });
  const agree = async (other: Plans): Promise<void> => {
    const contract = await measured();
    const engine = await duckdb();
    open.push(engine, other);
    const some = visits.filter((rows) => rows.length > 0);
    await fc.assert(
      fc.asyncProperty(some, async (rows) => {
        const [first, second] = [await tallied(engine, rows, contract), await tallied(other, rows, contract)];
        assert.ok(first.length > 100 && first.some(({ value }) => value !== null && value !== "0"));
        assert.deepEqual(second, first);
      }),
      { numRuns: cases(12) },
    );
  };

  it("comes to the same tallies in DuckDB and in PostgreSQL", async function () {
    await agree(await postgres(await postgresql(this)));
  });

  it("comes to the same tallies in DuckDB and in the plan's own meaning", async () => {
    await agree(memory());
  });
});
