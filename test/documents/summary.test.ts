import { deepEqual, ok } from "node:assert/strict";
import { existsSync } from "node:fs";
import { summarise } from "@concordat/documents";
import { type ContractModel, LineConstruct, NODE_RULES } from "@concordat/model";
import { contractIn } from "./contract-file.js";
import { sameAsKept } from "./snapshot.js";

const SUMMARIES = "test/documents/summaries";
const CONTRACTS: Readonly<Record<string, string>> = {
  alliance: "examples/rochdale/rochdale.concordat",
  "over-time": `${SUMMARIES}/over-time.concordat`,
  "into-work": "examples/into-work/into-work.concordat",
  contributions: `${SUMMARIES}/contributions.concordat`,
  "kept-work": "examples/kept-work/kept-work.concordat",
  "one-service": "test/cases/peterborough/one-service.concordat",
  programme: `${SUMMARIES}/programme.concordat`,
  "end-of-life": "examples/end-of-life/end-of-life.concordat",
  families: "examples/families/families.concordat",
  "falls-prevention": "examples/falls-prevention/falls-prevention.concordat",
  hospital: "examples/hospital-contract/hospital-contract.concordat",
};

describe("the plain-English summary", () => {
  const contracts = new Map<string, ContractModel>();
  before(async function () {
    this.timeout(300_000);
    for (const [name, file] of Object.entries(CONTRACTS)) contracts.set(name, await contractIn(file));
  });

  for (const [name, file] of Object.entries(CONTRACTS)) {
    it(`of ${file} reads as ${name}.md`, () => {
      sameAsKept(`${SUMMARIES}/${name}.md`, summarise(contracts.get(name)!, "md"));
    });
  }

  it("is the same each time it is written", () => {
    for (const contract of contracts.values()) {
      deepEqual(summarise(contract, "html"), summarise(structuredClone(contract), "html"));
    }
  });

  it("is tried on every kind of value and every line that a payment can have", () => {
    const every = [...contracts.values()];
    const kinds = new Set(every.flatMap(({ nodes }) => Object.values(nodes).map(({ kind }) => kind)));
    const lines = new Set(
      every.flatMap(({ payments }) =>
        payments.flatMap(({ branches }) =>
          branches.flatMap((branch) => branch.lines.map(({ construct }) => construct)),
        ),
      ),
    );
    // `compares` heads a block and is no line of one.
    deepEqual(
      LineConstruct.options.filter((construct) => !lines.has(construct) && construct !== "compares"),
      [],
    );
    deepEqual(
      Object.keys(NODE_RULES).filter((kind) => !kinds.has(kind as never)),
      [],
    );
  });

  it("has a file of sentences for each kind of node and each line, under its name", () => {
    const file = (name: string): string => `packages/documents/src/sentences/${name}.ts`;
    const names = [...Object.keys(NODE_RULES), ...LineConstruct.options];
    deepEqual(
      names.filter((name) => !existsSync(file(name))),
      [],
    );
  });

  it("says each line of a payment in the order of the text", () => {
    const summary = summarise(contracts.get("programme")!, "md");
    const places = [
      "only if the difference",
      "**share:**",
      "Size band* and £700",
      "£100 is taken",
      "**cap:**",
      "towards zero",
    ].map((words) => summary.indexOf(words, summary.indexOf("### 5.1 Savings share")));
    ok(
      places.every((place) => place > 0),
      `${places}`,
    );
    deepEqual(
      [...places].sort((a, b) => a - b),
      places,
    );
  });
});
