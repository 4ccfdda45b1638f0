// The first thing to run: `npm start`. Installs and builds what is needed, settles the example contract on its outcome
// data, and shows who is paid what in the newest year, and why.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { BuildFailed, build } from "./build.mjs";
import { installIfNeeded } from "./install.mjs";

const root = path.dirname(import.meta.dirname);
const file = "examples/rochdale/rochdale.concordat";
const folder = "examples/rochdale/data";
const out = "examples/rochdale/out";

process.chdir(root);
installIfNeeded();
try {
  build();
} catch (error) {
  if (!(error instanceof BuildFailed)) throw error;
  console.error(`${error.message}: see above.`);
  process.exit(2);
}
await settleExample();

async function settleExample() {
  const { checkFiles } = await import("@concordat/language");
  const { readOutcomeData } = await import("@concordat/data");
  const { settle, calendarOf, parsePeriod } = await import("@concordat/model");
  const { renderStatement } = await import("@concordat/documents");
  const { contractDigest, software } = await import("@concordat/cli");

  const text = readFileSync(file, "utf8");
  const [{ contracts, findings }] = await checkFiles([{ file, text }], () => undefined);
  const [contract] = contracts;
  if (!contract) return refuse(findings.map(({ range, message }) => `${file}:${range.line}: ${message}`));
  const { data, problems } = await readOutcomeData(contract, folder);
  const fatal = problems.filter((problem) => problem.fatal);
  if (fatal.length > 0)
    return refuse(fatal.map(({ file: name = folder, message, toDo }) => `${name}: ${message}. ${toDo}.`));

  const receipt = { software, contractDigest: contractDigest(text, []) };
  const whole = settle(contract, data, receipt);
  const year = whole.periods.at(-1).period;
  const period = parsePeriod(year, calendarOf(contract.term, contract.yearStarts));
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  process.stdout.write(renderStatement(settle(contract, data, { ...receipt, period }), "text", { colour }));

  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/statement.txt`, renderStatement(whole, "text"));
  writeFileSync(`${out}/statement.json`, `${JSON.stringify(whole, null, 2)}\n`);
  console.log(`
This is ${year}, worked out from ${file} and the outcome data in ${folder}.
Every year so far is in ${out}/statement.txt, and for programs in ${out}/statement.json.

Next, try:
  npx concordat check ${file}
  npx concordat test ${file}
  npx concordat explain ${file} --data ${folder} --payment outcomes
  npx concordat summarise ${file} --to html --out ${out}/summary.html`);
}

function refuse(lines) {
  console.error(["The example cannot be settled:", ...lines].join("\n"));
  process.exitCode = 1;
}
