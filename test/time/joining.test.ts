import assert from "node:assert/strict";
import { checkFiles } from "@concordat/language";
import { type ContractModel, type InputValue, type Statement, settle } from "@concordat/model";
import fc from "fast-check";
import { assertSameStatement } from "../calculators/javascript/agreement.js";
import { calculatorOf } from "../calculators/javascript/load.js";

const ROWS = ["always,,", "late,2026-07-02,", "early,,2027-06-29", "brief,2026-08-01,2026-08-31", "never,2031-01-01,"];

/** Practices that join and leave, in the years from April 2026. */
async function read(lines: string, rows = ROWS): Promise<{ contracts: ContractModel[]; messages: string[] }> {
  const text = `contract programme {
    currency GBP  term from 1 April 2026 to 31 March 2028  year starts 1 April  settled each quarter
    rounding nearest penny, halves away from zero  division by largest remainder
    commissioner board "The Board"
    ${lines}
  }`;
  const file = ["practice,joined,left", ...rows].join("\n");
  const [checked] = await checkFiles([{ file: "programme.concordat", text }], () => file);
  return { contracts: checked!.contracts, messages: checked!.findings.map(({ message }) => message) };
}
const PRACTICES = `each provider practice "Practice" from "practices.csv" joining on joined leaving after left {
    joined date, may be missing
    left date, may be missing
  }`;
const contractOf = async (lines: string): Promise<ContractModel> => {
  const { contracts, messages } = await read(`${PRACTICES} ${lines}`);
  if (!contracts[0]) throw new Error(messages.join("\n"));
  return contracts[0];
};
const statementOf = (contract: ContractModel, values: InputValue[] = []): Statement =>
  settle(contract, { values, digest: "", quality: [] }, { next: false });
const paid = ({ periods }: Statement, payment: string): Record<string, string[]> =>
  Object.fromEntries(
    periods
      .map(({ period, payments }): [string, string[]] => [
        period,
        payments.filter((one) => one.payment === payment).map(({ for: row, amount }) => `${row ?? "all"} ${amount}`),
      ])
      .filter(([, entries]) => entries.length > 0),
  );

describe("participants that join and leave", function () {
  this.timeout(300_000);

  it("are paid for the periods in which they take part, and by days in part of one", async () => {
    const contract = await contractOf(
      `payment core for each practice, each quarter { pays £9,200 paid to that practice }`,
    );
    // The second quarter of 2026/27 has 92 days: from 2 July 91 of them, August 31. The first of 2027/28 has 91, and 90 to 29 June.
    assert.deepEqual(paid(statementOf(contract), "core"), {
      "2026/27 Q1": ["always 9200.00", "early 9200.00"],
      "2026/27 Q2": ["always 9200.00", "late 9100.00", "early 9200.00", "brief 3100.00"],
      "2026/27 Q3": ["always 9200.00", "late 9200.00", "early 9200.00"],
      "2026/27 Q4": ["always 9200.00", "late 9200.00", "early 9200.00"],
      "2027/28 Q1": ["always 9200.00", "late 9200.00", "early 9098.90"],
      "2027/28 Q2": ["always 9200.00", "late 9200.00"],
      "2027/28 Q3": ["always 9200.00", "late 9200.00"],
      "2027/28 Q4": ["always 9200.00", "late 9200.00"],
    });
  });

  it("have a period of their own length, in a statement for the whole of it", async () => {
    const contract = await contractOf(
      `payment core for each practice, each quarter { pays £9,200 paid to that practice }`,
    );
    const quarter = statementOf(contract).periods[1];
    assert.deepEqual([quarter?.period, quarter?.from, quarter?.to], ["2026/27 Q2", "2026-07-01", "2026-09-30"]);
  });

  it("have limits that are for each period shared out by days too", async () => {
    const contract = await contractOf(
      `payment core for each practice, each quarter { pays £9,200 then at most £18,250 each year paid to that practice }`,
    );
    const late = Object.values(paid(statementOf(contract), "core")).map((entries) =>
      entries.filter((one) => /late/.test(one)),
    );
    // 273 of 365 days of £18,250 are £13,650.
    assert.deepEqual(late.slice(0, 4), [[], ["late 9100.00"], ["late 4550.00"], ["late 0.00"]]);
  });

  it("count across rows only where they take part", async () => {
    const contract = await contractOf(`
      define each-one for each practice as £100 each quarter
      payment network each quarter { pays total each-one across practice paid to that-board }
      payment heads each quarter { pays £1 a practice times count of practice paid to that-board }
      provider that-board "Network"`);
    const statement = statementOf(contract);
    assert.deepEqual(paid(statement, "heads")["2026/27 Q1"], ["all 2.00"]);
    assert.deepEqual(paid(statement, "heads")["2026/27 Q2"], ["all 4.00"]);
    // 100, 100, 91 days of 92, and 31 of 92.
    assert.deepEqual(paid(statement, "network")["2026/27 Q2"], ["all 332.61"]);
  });

  it("share what is divided among those who take part", async () => {
    const contract = await contractOf(`payment prize each quarter { pays £90 paid to each practice equally }`);
    const [first, second] = statementOf(contract).periods.map(({ payments }) => payments[0]!.receives);
    assert.deepEqual(first, [
      { party: "always", amount: "45.00" },
      { party: "early", amount: "45.00" },
    ]);
    assert.deepEqual(
      second?.map(({ party, amount }) => `${party} ${amount}`),
      ["always 22.50", "late 22.50", "early 22.50", "brief 22.50"],
    );
  });

  it("begin their balances, and what they look back to, when they join", async () => {
    const contract = await contractOf(`
      figures reports for each practice, each quarter { spent money, if not reported defer to reconciliation }
      balance pot for each practice, each quarter { opening £5 adds spent takes spend }
      payment spend for each practice, each quarter { pays previous spent, at first £1 paid to that practice }`);
    const values = quarters.flatMap(({ from, to }) =>
      ["always", "late", "early", "brief"].map((key) => ({
        name: "reports.spent",
        of: { practice: key },
        from,
        to,
        value: "10",
      })),
    );
    const entries = paid(statementOf(contract, values), "spend");
    assert.deepEqual(entries["2026/27 Q2"], ["always 10.00", "late 1.00", "early 10.00", "brief 1.00"]);
    const calculator = await calculatorOf(contract);
    assertSameStatement(contract, calculator, values);
  });

  it("are worked out alike by the calculator", async () => {
    const contract = await contractOf(`
      figures reports for each practice, each quarter { spent money, if not reported defer to reconciliation }
      payment core for each practice, each year {
        pays £1,000
        pays 10% of spent
        then at most £1,050
        paid to that practice
        on account £30 each quarter, settled each year
      }
      payment quarterly for each practice, each quarter { pays spent then at most £900 each year paid to that practice }
      payment shared each quarter { pays total spent across practice paid to each practice by spent }`);
    const calculator = await calculatorOf(contract);
    const keys = ["always", "late", "early", "brief"];
    const amount = fc.option(fc.integer({ min: 0, max: 900 }), { freq: 40 });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 32, maxLength: 32 }), (amounts) => {
        const values = quarters.flatMap(({ from, to }, at) =>
          keys.map((key, index) => {
            const spent = amounts[4 * at + index]!;
            return {
              name: "reports.spent",
              of: { practice: key },
              from,
              to,
              value: spent === null ? null : `${spent}`,
            };
          }),
        );
        assertSameStatement(contract, calculator, values);
      }),
      { numRuns: 25 },
    );
  });

  it("need dates, and do not leave before they join", async () => {
    const set = (fields: string): string => `each provider practice "Practice" from "practices.csv" ${fields}
      payment core for each practice, each quarter { pays £1 paid to that practice }`;
    const text = await read(set("joining on joined { joined text left date, may be missing }"), ["a,x,"]);
    assert.deepEqual(text.messages, ['"joining on joined" names no day: joined is not a date.']);
    const backwards = await read(set("joining on joined leaving after left { joined date left date }"), [
      "a,2026-07-02,2026-07-01",
    ]);
    assert.deepEqual(backwards.messages, [
      "a joins on 2 July 2026 and has left after 1 July 2026, so it never takes part.",
    ]);
  });
});

const quarters = Array.from({ length: 8 }, (_, index) => {
  const day = (at: number): string =>
    `${2026 + Math.floor((3 + 3 * at) / 12)}-${`${((3 + 3 * at) % 12) + 1}`.padStart(2, "0")}-01`;
  return { from: day(index), to: day(index + 1) };
});
