// How fast records become metrics: `npm run bench:data`, for fewer rows `npm run bench:data 5000000`. Hospital spells from a
// seed, as Parquet; twelve metrics of a contract (bench/spells/spells.concordat) by the product, and by SQL written by hand for
// the same numbers, in the same engine with the same settings; once with the checks that a careful analyst makes first, and
// once without any. All three must come to the same numbers, to the fraction. Then with so little memory for the engine that
// it must write to disk (what the process takes beyond that is the engine's too: values of a middle, pages that it gives back
// late); and a tenth of the rows, from Parquet and from CSV.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { grouped, table } from "./measure.mjs";
import { METRICS } from "./spells/by-hand.mjs";
import { asCsv, makeSpells } from "./spells/make.mjs";

const SEED = 20_260_401;
const rows = Number((process.argv[2] ?? "50000000").replace(/[_,]/g, ""));
if (!Number.isSafeInteger(rows) || rows < 1_000)
  throw new Error("say how many rows, at least 1000: npm run bench:data 5000000");
const fewer = Math.round(rows / 10);
/** What the engine is allowed, below 2 GB and less than it takes where it may. */
const TIGHT = "1500MB";
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

const ofCsv = `${fewer} as CSV`;
await asCsv(path.join(folder, String(fewer)), path.join(folder, ofCsv));

const large = {};
for (const how of Object.keys(NAMES)) large[how] = await run(how, rows, "4GB");
const tight = await run("product", rows, TIGHT);
const small = {};
for (const how of Object.keys(NAMES)) small[how] = await run(how, fewer, "4GB");
const csv = await run("product", ofCsv, "4GB");
const csvByHand = await run("bare", ofCsv, "4GB");

const line = (name, count, { seconds, processor, memory, spilled }) => [
  name,
  grouped(count / seconds),
  processor.toFixed(1),
  ((processor / count) * 1e6).toFixed(2),
  megabytes(memory),
  megabytes(spilled),
];
console.log(
  table([
    ["", "rows a second", "processor seconds", "for a million rows", "peak memory", "most on disk"],
    ...Object.entries(NAMES).map(([how, name]) => line(name, rows, large[how])),
    line(`the product, with ${TIGHT} for the engine`, rows, tight),
    ...Object.entries(NAMES).map(([how, name]) => line(`${grouped(fewer)} rows: ${name}`, fewer, small[how])),
    line(`${grouped(fewer)} rows as CSV: the product`, fewer, csv),
    line(`${grouped(fewer)} rows as CSV: SQL by hand, nothing checked`, fewer, csvByHand),
  ]),
);

const differing = [
  ...["checked", "bare"].flatMap((how) => different(large.product.numbers, large[how].numbers)),
  ...["checked", "bare"].flatMap((how) => different(small.product.numbers, small[how].numbers)),
  ...different(large.product.numbers, tight.numbers),
  ...[csv, csvByHand].flatMap(({ numbers }) => different(small.product.numbers, numbers)),
];
const ratio = (one, other) => (one.processor / other.processor).toFixed(2);
const growth = (how) => `${(large[how].processor / small[how].processor).toFixed(1)} times`;
console.log(`
Numbers compared: ${grouped(Object.keys(large.product.numbers).length)}; different: ${differing.length}.
The product takes ${ratio(large.product, large.bare)} times the processor of SQL by hand (at most 1.2 is wanted), ${ratio(large.product, large.checked)} times that with checks.
Ten times the rows take ${growth("product")} the processor (at most 10 is wanted); SQL by hand takes ${growth("bare")}, with checks ${growth("checked")}.
With ${TIGHT} for the engine the process takes ${megabytes(tight.memory)} at most and ${megabytes(tight.spilled)} of disk, and ${ratio(tight, large.product)} times the processor that it takes with 4 GB.
From CSV the product takes ${ratio(csv, csvByHand)} times the processor of SQL by hand.`);
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

/** In a process of its own: what it takes is its own alone, of memory and of the disk for what memory cannot hold. */
async function run(how, name, memory) {
  const script = path.join(import.meta.dirname, "spells/run.mjs");
  const own = mkdtempSync(path.join(folder, "own-"));
  const child = spawn(process.execPath, [script, how, path.join(folder, String(name)), memory], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TMPDIR: own },
  });
  const said = [];
  child.stdout.on("data", (piece) => said.push(piece));
  let spilled = 0;
  const often = setInterval(async () => {
    spilled = Math.max(spilled, await sizeOf(own));
  }, 200);
  try {
    const [status] = await once(child, "close");
    if (status !== 0) throw new Error(`${how} failed`);
    return { ...JSON.parse(Buffer.concat(said).toString()), spilled };
  } finally {
    clearInterval(often);
  }
}

/** Of all files in a folder, which may come and go. */
async function sizeOf(own) {
  const names = await readdir(own, { recursive: true }).catch(() => []);
  const files = await Promise.all(names.map((name) => stat(path.join(own, name)).catch(() => undefined)));
  return files.reduce((sum, file) => sum + (file?.isFile() ? file.size : 0), 0);
}
