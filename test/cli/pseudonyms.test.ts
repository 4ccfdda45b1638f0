import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inFolder, run } from "./console.js";

/** Stands for a person, and can be found again wherever it is written. Digits, as many identifiers are. */
const SECRET = "9434765919";
/** Where letters are needed, so that it can be no number. */
const CODE = `ZQX${SECRET}`;

const CONTRACT = `contract care "Care at home" {
  currency  GBP
  term      from 1 April 2026 to 31 March 2027
  year      starts 1 April
  settled   each quarter
  rounding  nearest penny, halves away from zero
  division  by largest remainder

  commissioner council  "Valley Council"
  provider     charity  "Valley Care"

  records people "People" dated by joined {
    person   pseudonym
    joined   date
  }
  records visits "Visits" dated by visited {
    person   pseudonym
    visited  date
    kind     one of home, clinic
    minutes  whole number from 0 to 300
    cost     money, may be missing
    score    percentage, may be missing
    urgent   yes or no, may be missing
    note     text, may be missing
  }
  figure homes "Homes" : homes, at the end of each quarter, if not reported defer to reconciliation
  metric seen "People seen" {
    count of people in visits
    measured  each quarter
    if not reported  defer to reconciliation
  }
  payment visiting "Visiting" each quarter {
    pays     seen times £30 a person
    paid to  charity
  }
}
`;
const HEADER = "person,visited,kind,minutes,cost,score,urgent,note";
const row = (cells: Partial<Record<string, string>> = {}): string => {
  const sound: Record<string, string> = {
    person: CODE,
    visited: "2026-04-02",
    kind: "home",
    minutes: "10",
    cost: "1",
    score: "50%",
    urgent: "yes",
    note: CODE,
  };
  return HEADER.split(",")
    .map((name) => cells[name] ?? sound[name])
    .join(",");
};
const covers = { from: "2026-04-01", to: "2026-06-30" };
const visits = (...rows: string[]): string => `${[HEADER, ...rows].join("\n")}\n`;
const manifest = (entry: object = {}, more: object = {}): string =>
  JSON.stringify({ sources: { visits: { covers, ...entry }, people: { outsideTerm: "keep" } }, ...more });

const PEOPLE = `person,joined\n${CODE},2026-04-01\n`;
const fieldsOf = HEADER.split(",");

/** Each kind of fault, with the pseudonym wherever it could stand. */
const FAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "no fault": { "visits.csv": visits(row(), row({ minutes: "11" })) },
  ...Object.fromEntries(
    fieldsOf.map((name) => [
      `the pseudonym in ${name}`,
      { "visits.csv": visits(row({ [name]: CODE }), row({ [name]: SECRET, kind: "clinic" })) },
    ]),
  ),
  "an empty pseudonym beside others": { "visits.csv": visits(row({ person: "" }), row()) },
  "columns that stand one place off": {
    "visits.csv": visits(...[1, 2, 3, 4].map((n) => `x,${CODE},2026-04-0${n},home,${SECRET},1,50%,yes`)),
  },
  "a missing header": { "visits.csv": `${row()}\n${row({ minutes: "12" })}\n` },
  "a missing header in which a cell stands twice": { "visits.csv": `${CODE},${CODE}\n${CODE},${CODE}\n` },
  "a name missing from the header": { "visits.csv": `${HEADER}\n1,${row()}\n2,${row()}\n` },
  "rows too short and too long": { "visits.csv": visits(CODE, `${row()},${CODE}`, row()) },
  "text behind a quotation mark": { "visits.csv": visits(`"${CODE}"${CODE},2026-04-02`, row()) },
  "a quotation mark that is never closed": { "visits.csv": visits(`"${CODE},2026-04-02`, row()) },
  "equal rows": { "visits.csv": visits(row(), row()) },
  "a number that is not its own": {
    "visits.csv": visits(row(), row({ minutes: "11" })),
    "data.json": manifest({ unique: ["person"] }),
  },
  "a person of no other table": {
    "visits.csv": visits(row({ person: `${CODE}-2` })),
    "data.json": manifest({ refersTo: { person: "people" } }),
  },
  "a date outside the term, and one after the extract": {
    "visits.csv": visits(row({ visited: "2020-01-01" }), row({ visited: "2026-12-31", minutes: "9" })),
    "data.json": manifest({ extracted: "2026-07-01" }),
  },
  "totals that do not tie": {
    "visits.csv": visits(row(), row({ cost: CODE })),
    "data.json": manifest({ totals: { rows: 3, sums: { cost: "5" } } }),
  },
  "a wrong encoding": { "visits.csv": visits(row({ note: `Â£${CODE}` })) },
  "JSON that breaks off": { "visits.json": `[{"person":"${CODE}","visited":"2026-04-02"},{"person":"${CODE}"` },
  "JSON that is no list": { "visits.json": `{"person":"${CODE}"}` },
  "lines that are no JSON": { "visits.jsonl": `{"person":"${CODE}"\n"${CODE}"\n{"${CODE}":1}\n` },
  "a file that is no workbook": { "visits.xlsx": CODE },
  "a file that is no Parquet": { "visits.parquet": CODE },
  "small numbers": { "visits.csv": visits(row()), "data.json": manifest({}, { "suppress-below": 5 }) },
};

describe("a pseudonym", function () {
  this.timeout(300_000);
  for (const [fault, files] of Object.entries(FAULTS)) {
    it(`is written nowhere: ${fault}`, async () => {
      const data = { "data.json": manifest(), "people.csv": PEOPLE, ...files };
      const all = {
        "care.concordat": CONTRACT,
        ...Object.fromEntries(Object.entries(data).map(([name, text]) => [`data/${name}`, text])),
      };
      await inFolder(all, async (folder) => {
        const common = ["care.concordat", "--data", "data"];
        const commands = [
          ["settle", ...common, "--quarantine", "out/aside.csv"],
          ["settle", ...common, "--format", "json", "--out", "out/statement.json"],
          ["settle", ...common, "--format", "html"],
          ["settle", ...common, "--max-quarantined", "0%"],
          ["explain", ...common, "--payment", "visiting"],
          ["verify", "out/statement.json", ...common],
          ["data", "check", ...common],
          ["data", "describe", ...common, "--format", "json"],
        ];
        mkdirSync(path.join(folder, "out"));
        let said = "";
        for (const terminal of [true, false]) {
          for (const command of terminal ? commands.slice(0, 1) : commands) {
            const { out, err } = await run(command, folder, { terminal, env: { CONCORDAT_DEBUG: "1" } });
            said += out + err;
          }
        }
        const files = readdirSync(path.join(folder, "out")).map((name) =>
          readFileSync(path.join(folder, "out", name), "utf8"),
        );
        const written = [said, ...files].join("\n");
        assert.doesNotMatch(written, /care\.concordat has errors/, "the contract is sound, so the data was read");
        const at = written.indexOf(SECRET);
        assert.equal(at, -1, written.slice(Math.max(0, at - 200), at + 60));
      });
    });
  }
});
