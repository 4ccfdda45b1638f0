// How fast records become metrics: `npm run bench:data`, for fewer rows `npm run bench:data 5000000`. Hospital spells from a
// seed, as Parquet; twelve metrics of a contract (bench/spells/spells.concordat) by the product, and by SQL written by hand for
// the same numbers, in the same engine with the same settings; once with the checks that a careful analyst makes first, and
// once without any. All three must come to the same numbers, to the fraction.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { grouped, table } from "./measure.mjs";
import { METRICS } from "./spells/by-hand.mjs";
import { makeSpells } from "./spells/make.mjs";

const SEED = 20_260_401;
const rows = Number((process.argv[2] ?? "50000000").replace(/[_,]/g, ""));
if (!Number.isSafeInteger(rows) || rows < 1_000)
  throw new Error("say how many rows, at least 1000: npm run bench:data 5000000");
const fewer = Math.round(rows / 10);
const NAMES = {
  product: "the product: what data check and settle do",
  checked: "SQL by hand, with types, ranges and repeats checked",
  bare: "SQL by hand, nothing checked",
};

const folder = mkdtempSync(path.join(tmpdir(), "concordat-bench-"));
process.once("SIGINT", () => process.exit(130));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const sizes = {};
for (const count of [fewer, rows]) {
  mkdirSync(path.join(folder, String(count)));
  await makeSpells(path.join(folder, String(count)), count, SEED);
  sizes[count] = statSync(path.join(folder, String(count), "spells.parquet")).size;
}
console.log(
  `${grouped(rows)} hospital spells of ${grouped(rows / 8)} people, ${megabytes(sizes[rows])} of Parquet, ${Object.keys(METRICS).length} metrics.\n`,
);

const large = {};
for (const how of Object.keys(NAMES)) large[how] = await run(how, rows, "4GB");
const tight = await run("product", rows, "2GB");
const small = await run("product", fewer, "4GB");
const smallByHand = await run("checked", fewer, "4GB");

const line = (name, count, { seconds, processor, memory }) => [
  name,
  grouped(count / seconds),
  processor.toFixed(1),
  ((processor / count) * 1e6).toFixed(2),
  megabytes(memory),
];
console.log(
  table([
    ["", "rows a second", "processor seconds", "for a million rows", "peak memory"],
    ...Object.entries(NAMES).map(([how, name]) => line(name, rows, large[how])),
    line("the product, with 2 GB for the engine", rows, tight),
    line(`the product, ${grouped(fewer)} rows`, fewer, small),
    line(`SQL by hand with checks, ${grouped(fewer)} rows`, fewer, smallByHand),
  ]),
);

const differing = [
  ...["checked", "bare"].flatMap((how) => different(large.product.numbers, large[how].numbers)),
  ...different(large.product.numbers, tight.numbers),
  ...different(small.numbers, smallByHand.numbers),
];
const ratio = (how) => (large.product.processor / large[how].processor).toFixed(2);
const growth = large.product.processor / rows / (small.processor / fewer);
console.log(`
Numbers compared: ${grouped(Object.keys(large.product.numbers).length)}; different: ${differing.length}.
The product takes ${ratio("checked")} times the processor of SQL by hand with checks (at most 1.2 is wanted), ${ratio("bare")} times that without any.
Ten times the rows take ${(10 * growth).toFixed(1)} times the processor.
With 2 GB it ends with the same numbers, and takes ${(tight.processor / large.product.processor).toFixed(2)} times the processor that it takes with 4 GB.`);
if (differing.length > 0) {
  console.log(differing.slice(0, 10).join("\n"));
  process.exitCode = 1;
}

function different(these, those) {
  const keys = [...new Set([...Object.keys(these), ...Object.keys(those)])];
  return keys.filter((key) => these[key] !== those[key]).map((key) => `${key}: ${these[key]}, ${those[key]}`);
}

function megabytes(bytes) {
  return `${grouped(bytes / 1e6)} MB`;
}

/** In a process of its own: what it takes is its own alone. */
function run(how, count, memory) {
  const script = path.join(import.meta.dirname, "spells/run.mjs");
  const child = spawn(process.execPath, [script, how, path.join(folder, String(count)), memory], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = [];
  child.stdout.on("data", (piece) => said.push(piece));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) =>
      status === 0 ? resolve(JSON.parse(Buffer.concat(said).toString())) : reject(new Error(`${how} failed`)),
    );
  });
}
