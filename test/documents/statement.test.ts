import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { renderStatement } from "@concordat/documents";
import { type OutcomeData, Statement, settle } from "@concordat/model";
import { dataOf, inYear, over } from "../model/build.js";
import { alliance } from "./contracts/alliance.js";
import { sameAsKept } from "./snapshot.js";

const STATEMENTS = "test/documents/statements";

/** A full year, and a second one in which a rate and the cost are not reported. */
function twoYears(): OutcomeData {
  const cost = (from: string, to: string, value: string) => over(from, to, { "actual-cost": value });
  const data = dataOf(
    ...inYear(2026, { "emergency-rate": "198.2", readmission: "0.124", experience: "0.861" }),
    ...cost("2026-04-01", "2026-07-01", "11400000"),
    ...cost("2026-07-01", "2026-10-01", "11400000"),
    ...cost("2026-10-01", "2027-01-01", "11400000.37"),
    ...cost("2027-01-01", "2027-04-01", "11400000"),
    ...inYear(2027, { readmission: "0.124", experience: "0.861" }),
  );
  return { ...data, quality: [{ name: "spells", file: "spells.csv", read: 20314, used: 20302, quarantined: 12 }] };
}

describe("a payment statement", () => {
  let statement: Statement;
  before(() => {
    statement = settle(alliance(), twoYears(), { software: "concordat 0.1.0", contractDigest: "ab".repeat(32) });
  });

  describe("as text", () => {
    it("of two-periods.json reads as two-periods.txt", () => {
      const kept = Statement.parse(JSON.parse(readFileSync(`${STATEMENTS}/two-periods.json`, "utf8")));
      sameAsKept(`${STATEMENTS}/two-periods.txt`, renderStatement(kept, "text"));
    });

    it("fits 100 columns, with every amount ending in the last", () => {
      const lines = renderStatement(statement, "text").split("\n");
      deepEqual(
        lines.filter((line) => line.length > 100),
        [],
      );
      const amounts = lines.filter((line) => /^\S.*\S {2,}£[\d,.]+$/.test(line));
      ok(amounts.length > 10);
      ok(amounts.every((line) => line.length === 100));
    });

    it("has colours only where they are asked for, and then the same words", () => {
      const plain = renderStatement(statement, "text");
      const coloured = renderStatement(statement, "text", { colour: true });
      const start = "\u001b";
      ok(!plain.includes(start) && coloured.includes(start));
      equal(coloured.replaceAll(new RegExp(`${start}\\[\\d+m`, "g"), ""), plain);
    });

    it("gives no amount to what is not determined, and says which input is missing", () => {
      const text = renderStatement(statement, "text");
      ok(/Gain and loss share +not determined\n {2}Undetermined: actual-cost is not reported/.test(text));
    });
  });

  describe("as CSV", () => {
    const cells = (line: string): string[] =>
      [...line.matchAll(/"((?:[^"]|"")*)"|([^",]+)|(?<=,)(?=,|$)/g)].map(([, quoted, bare]) =>
        (quoted ?? bare ?? "").replaceAll('""', '"'),
      );
    const rows = (csv: string): string[][] => csv.trimEnd().split("\r\n").map(cells);

    it("has one row for each flow, and the flows of a payment add up to its amount", () => {
      const [head, ...flows] = rows(renderStatement(statement, "csv"));
      deepEqual(head, ["period", "payment", "for", "from", "to", "amount", "status", "reason"]);
      const pence = (amount: string): number => Number(amount.replace(".", ""));
      const incentive = flows.filter(([period, payment]) => period === "2026/27" && payment === "outcomes");
      const paid = statement.periods.flatMap(({ period, payments }) => (period === "2026/27" ? payments : []));
      const amount = paid.find(({ payment }) => payment === "outcomes")!.amount!;
      equal(incentive.length, 6);
      equal(
        incentive.reduce((sum, row) => sum + pence(row[5]!), 0),
        pence(amount),
      );
    });

    it("leaves the amount of an undetermined payment empty: missing is never zero", () => {
      const share = rows(renderStatement(statement, "csv")).filter(
        ([period, payment]) => period === "2027/28" && payment === "gain-loss",
      );
      equal(share.length, 1);
      deepEqual(share[0]!.slice(0, 7), ["2027/28", "gain-loss", "", "", "", "", "undetermined"]);
    });

    it("keeps text that a spreadsheet would take for a formula as text", () => {
      const [first, ...others] = statement.periods;
      const [payment] = first!.payments;
      const lines = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " ＝1", "plain"].map((reason) => {
        const changed = {
          ...statement,
          periods: [{ ...first!, payments: [{ ...payment!, flows: [], reason }] }, ...others],
        };
        return renderStatement(changed, "csv").split("\r\n")[1]!;
      });
      deepEqual(
        lines.map((line) => cells(line)[7]),
        ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\t=1", "' ＝1", "plain"],
      );
    });
  });

  it("is the same in every format each time", () => {
    for (const format of ["text", "csv", "html"] as const) {
      equal(renderStatement(statement, format), renderStatement(structuredClone(statement), format));
    }
  });
});
