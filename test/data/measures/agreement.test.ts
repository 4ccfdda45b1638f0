import assert from "node:assert/strict";
import { type ContractModel, evaluatorOf, type Period, periodsOf, Rational } from "@concordat/model";
import fc from "fast-check";
import { read } from "../folder.js";
import { AXES, type Axis, KEYS, LINES, measured, metricOf } from "./contract.js";
import { type Asked, isOf, NAIVE, naiveSignificant, naiveStandardised, type Visit } from "./naive.js";
import { visits } from "./visits.js";

const covers = { from: "2026-04-01", to: "2027-03-31" };
const knownTo = "2027-04-10";

const places = AXES.flatMap((axis): [Axis, string][] =>
  axis === "" ? [["", ""]] : KEYS[axis].map((key) => [axis, key]),
);
const listed = fc.record(
  Object.fromEntries(places.map(([axis, key]) => [`${axis} ${key}`, fc.integer({ min: 0, max: 9 })])),
);

const QUARTERS = [1, 2, 3, 4].map((quarter) => `2026/27 Q${quarter}`);
const csv = (rows: readonly (readonly unknown[])[]): string => rows.map((row) => `${row.join(",")}\n`).join("");
const files = (rows: readonly Visit[], sizes: Readonly<Record<string, number>>) => ({
  "visits.csv": csv([
    ["person", "day", "seen", "ward", "practice", "band", "cost", "urgent"],
    ...rows.map(({ cost, urgent, ...row }) => [
      row.person,
      row.day,
      row.seen ?? "",
      row.ward,
      row.practice,
      row.band,
      cost === undefined ? "" : Rational.of(cost, 100).toFixed(2),
      urgent ? "yes" : "no",
    ]),
  ]),
  "listed.csv": csv([["period", "listed"], ...QUARTERS.map((quarter) => [quarter, sizes[" "]])]),
  ...Object.fromEntries(
    Object.entries(KEYS).map(([axis, keys]) => [
      `list-of-${axis}.csv`,
      csv([
        ["period", axis, `listed-${axis}`],
        ...QUARTERS.flatMap((quarter) => keys.map((key) => [quarter, key, sizes[`${axis} ${key}`]])),
      ]),
    ]),
  ),
  "data.json": { sources: { visits: { covers } }, "known-to": knownTo },
});

describe("every kind of metric, for all and for each place, party and category", () => {
  let contract: ContractModel;
  let quarters: readonly Period[];
  before(async () => {
    contract = await measured();
    quarters = periodsOf("quarter", evaluatorOf(contract, []).calendar);
  });
  const significant = (sides: 1 | 2): string =>
    Object.values(contract.nodes).find((node) => node.kind === "significant" && node.sides === sides)!.id;

  it("is worked out by the data engine as by going through the rows one by one, to the fraction", async () => {
    await fc.assert(
      fc.asyncProperty(visits, listed, async (all, sizes) => {
        const { data, quarantine } = await read(contract, files(all, sizes));
        assert.deepEqual(quarantine, []);
        const evaluator = evaluatorOf(contract, data.values);
        const found = (id: string, period: Period, of: Record<string, string>): string => {
          const { value } = evaluator.step(id, { period, of });
          return value.is === "number" ? value.number.toText() : value.is === "truth" ? `${value.truth}` : value.is;
        };
        for (const period of quarters) {
          for (const [axis, key] of places) {
            const rows = all.filter((row) => row.day >= period.from && row.day < period.to && isOf(row, axis, key));
            const bands = { young: sizes["band young"]!, old: sizes["band old"]! };
            const asked: Asked = { all, rows, listed: sizes[`${axis} ${key}`]!, bands, covers, knownTo };
            const at = `in ${period.label}${axis === "" ? "" : ` of ${axis} ${key}`}`;
            for (const kind of Object.keys(LINES)) {
              const { node } = contract.metrics.find(({ name }) => name === metricOf(kind, axis))!;
              const expected = NAIVE[kind]!(asked)?.toText() ?? "missing";
              assert.equal(found(node, period, axis === "" ? {} : { [axis]: key }), expected, `${kind} ${at}`);
            }
            if (axis !== "") continue;
            const standardised = contract.metrics.find(({ name }) => name === "standardised")!.node;
            assert.equal(found(standardised, period, {}), naiveStandardised(asked)?.toText() ?? "missing", at);
            assert.equal(
              found(significant(2), period, {}),
              `${naiveSignificant(asked, 1645n, false) ?? "missing"}`,
              at,
            );
            assert.equal(found(significant(1), period, {}), `${naiveSignificant(asked, 842n, true) ?? "missing"}`, at);
          }
        }
      }),
      { numRuns: 10 },
    );
  }).timeout(120_000);
});
