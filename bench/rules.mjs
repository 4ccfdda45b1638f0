// How fast the rules are worked out: `npm run bench:rules`. The reference mechanism by the model's evaluator, which explains
// every step, by the generated JavaScript, and by hand in BigInt, which all are held against, penny by penny.
import { readFileSync } from "node:fs";
import path from "node:path";
import { compileJavaScript } from "@concordat/calculators";
import { checkFiles } from "@concordat/language";
import { settle } from "@concordat/model";
import { byHand } from "./by-hand.mjs";
import { corpus, fractionsOf, inputsOf } from "./corpus.mjs";
import { grouped, table, timesPerSecond } from "./measure.mjs";

const ROWS = 4_096;
const rows = corpus(ROWS);
const contract = await readReference();
const { code } = compileJavaScript(contract);
const calculator = await import(`data:text/javascript,${encodeURIComponent(code)}`);

const inputs = rows.map(inputsOf);
const given = inputs.map((values) => ({ values, digest: "", quality: [] }));
const expected = rows.map(byHand);

const fractions = rows.map(fractionsOf);

const engines = [
  { name: "by hand, in BigInt", run: (row) => byHand(rows[row]) },
  { name: "generated, calculate()", run: (row) => calculator.calculate(fractions[row]), pence: penceCalculated },
  { name: "generated, settle()", run: (row) => calculator.settle(inputs[row]), pence: penceSettled },
  { name: "model, explained", run: (row) => settle(contract, given[row], { next: false }), pence: penceSettled },
  { name: "model, with next changes", run: (row) => settle(contract, given[row]), pence: penceSettled },
];

const results = [];
for (const { name, run, pence } of engines) {
  const wrong = pence && rows.filter((_, row) => String(pence(run(row))) !== String(expected[row])).length;
  results.push({ name, wrong, rate: await timesPerSecond((index) => run(index % ROWS)) });
}

console.log(
  `The reference mechanism: 4 inputs, 2 payments, 3 providers; ${grouped(ROWS)} rows, one in eight on a boundary.\n`,
);
console.log(
  table([
    ["", "evaluations a processor-second", "by hand is faster", "rows with a wrong penny"],
    ...results.map(({ name, rate, wrong }) => [
      name,
      grouped(rate),
      `${(results[0].rate / rate).toFixed(1)} times`,
      wrong === undefined ? "" : grouped(wrong),
    ]),
  ]),
);
if (results.some(({ wrong }) => wrong > 0)) process.exitCode = 1;

async function readReference() {
  const file = path.join(import.meta.dirname, "reference.concordat");
  const [checked] = await checkFiles([{ file, text: readFileSync(file, "utf8") }], () => undefined);
  if (checked.contracts.length === 0) throw new Error(checked.findings.map(({ message }) => message).join("\n"));
  return checked.contracts[0];
}

/** Pence of each provider: of the pool, then of the share, where what it pays is negative. */
function penceSettled({ periods }) {
  return penceOf(periods[0].payments, (amount) => BigInt(amount.replace(".", "")));
}

function penceCalculated(payments) {
  return penceOf(payments, (amount) => amount);
}

function penceOf([pool, share], pence) {
  const of = (parts, party) => {
    const part = parts.find((candidate) => candidate.party === party);
    return part ? pence(part.amount) : 0n;
  };
  const providers = ["first", "second", "third"];
  return [
    ...providers.map((party) => of(pool.receives, party)),
    ...providers.map((party) => of(share.receives, party) - of(share.pays, party)),
  ];
}
