import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { checkFiles } from "@concordat/language";
import { CLAUSES } from "../../../packages/language/src/editor/clauses/catalogue.js";
import { type Clause, plainOf, snippetOf } from "../../../packages/language/src/editor/clauses/clause.js";
import { PARTY_ROLE, WHOLE_CONTRACT } from "../../../packages/language/src/editor/clauses/contract.js";
import { root } from "../../architecture/files.js";
import { findingsOf, open } from "../syntax/reading.js";
import { completions } from "./asking.js";

/** A contract that has what the gaps of the clauses ask for. */
const around = (clause: string): string => `contract a {
  commissioner icb
  provider trust
  each provider practice from "practices.csv" { list-size people }
  figure registered : people, at the end of each quarter, if not reported treat as met
  figure actual-cost : money, during each year, if not reported treat as met
  figure activity : visits, during each year, if not reported treat as met
  figure opened : date, once
  define target-cost as £1,000,000 each year
  records spells dated by discharged {
    person      pseudonym
    admitted    date
    discharged  date, may be missing
    method      one of elective, emergency
  }
  metric falls {
    better    lower
    baseline  14%
    target    10%
    ${inMetric(clause)}
  }
  payment core each year {
    pays      £100,000
    ${inPayment(clause)}
    paid to   trust
  }
  ${inContract(clause)}
}
${IN_FILE.test(clause) ? clause : ""}
`;

const IN_PAYMENT = /^(?:weight|credit|each pays|on account|accept)/;
const IN_METRIC = /^if not reported/;
const IN_FILE = /^(?:library|variation|determination|contract)\b/;
const inMetric = (clause: string): string => (IN_METRIC.test(clause) ? clause : "");
const inPayment = (clause: string): string => (IN_PAYMENT.test(clause) ? clause : "");
const inContract = (clause: string): string =>
  IN_METRIC.test(clause) || IN_PAYMENT.test(clause) || IN_FILE.test(clause) ? "" : clause;

const nothing = (): readonly string[] => [];
const asLeft = (clause: Clause): string => plainOf(clause, nothing, "£");

describe("whole clauses", () => {
  for (const clause of CLAUSES) {
    const name = `${clause.at[1]}: ${clause.title}`;
    it(`${name}, as it is at first, is in the language`, async () => {
      const document = await open(around(asLeft(clause)));
      assert.deepEqual(
        findingsOf(document).map(({ message }) => message),
        [],
      );
    });
    it(`${name}, is offered where it may stand`, async () => {
      const items = await completions(around(`${clause.at[1]}‸`));
      assert.ok(items.some(({ label }) => label === name));
    });
  }

  it("fills the gaps of each in the order in which they stand", () => {
    for (const clause of CLAUSES) {
      const stops = [...snippetOf(clause, nothing, "£").matchAll(/\$\{?(\d+)/g)].map(([, stop]) => Number(stop));
      const first = stops.filter((stop, index) => stop > 0 && stops.indexOf(stop) === index);
      assert.deepEqual(
        first,
        [...first].sort((a, b) => a - b),
        clause.title,
      );
    }
  });

  it("a whole contract is checked, and nothing is said of it", async () => {
    const [file] = await checkFiles([{ file: "new.concordat", text: asLeft(WHOLE_CONTRACT) }], () => undefined);
    assert.deepEqual(
      file!.findings.map(({ message }) => message),
      [],
    );
  });

  it("fills an empty file in VS Code with the same contract: npm run snippets", () => {
    const file = path.join(root, "packages/vscode/snippets.json");
    const [snippet] = Object.values(JSON.parse(readFileSync(file, "utf8"))) as { body: string[] }[];
    assert.equal(snippet!.body.join("\n"), snippetOf(WHOLE_CONTRACT, nothing, "£"));
  });

  it("fills a gap with the names that the contract has, and asks for a choice where there are several", async () => {
    const text = "contract a { provider trust  provider gps  metric falls { }  payment p { ‸ } }";
    const weight = (await completions(text)).find(({ label }) => label === "weight: on a scale");
    assert.match((weight!.textEdit as { newText: string }).newText, /on \$\{2:falls\}, scaled/);
    const payment = (await completions(text.replace("payment p { ‸ }", "payment‸"))).find(
      ({ label }) => label === "payment: a fixed amount",
    );
    assert.match((payment!.textEdit as { newText: string }).newText, /paid to {3}\$\{5\|trust,gps\|\}/);
  });

  it("writes the money of the contract", async () => {
    const items = await completions("contract a { currency USD  payment p { ‸ } }");
    const credit = items.find(({ label }) => label.startsWith("credit: "))!;
    assert.match((credit.textEdit as { newText: string }).newText, /^credit {4}\$\{1:\\\$5,000\}/);
  });

  it("offers no party where only its role stands", async () => {
    const labels = (await completions("contract a { each ‸ }")).map(({ label }) => label);
    assert.ok(labels.includes("provider"));
    assert.deepEqual(
      labels.filter((label) => label.startsWith("provider: ")),
      [],
    );
    assert.ok((await completions("contract a { ‸ }")).some(({ label }) => label.startsWith("provider: ")));
    assert.ok(CLAUSES.some(({ at }) => at[0] === PARTY_ROLE));
  });
});
