// One way to the numbers, in a process of its own, so that its memory is its own: node run.mjs <how> <folder> <memory>
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readOutcomeData } from "@concordat/data";
import { CHECKS } from "./by-hand.mjs";
import { readContract } from "./contract.mjs";
import { openEngine } from "./engine.mjs";
import { numbersByHand, numbersOf } from "./numbers.mjs";

const [how, folder, memory] = process.argv.slice(2);
const contract = await readContract();
const used = process.cpuUsage();
const began = process.hrtime.bigint();
const found = how === "product" ? await byProduct() : await byHand(how === "checked");
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
const { user, system } = process.cpuUsage(used);
const numbers = found();
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ seconds, processor: (user + system) / 1e6, memory: maxRSS * 1024, numbers }));

async function byProduct() {
  const { data, problems, quarantine } = await readOutcomeData(contract, folder, { memoryLimit: memory });
  const wrong = [...problems.map(({ message }) => message), ...quarantine.map(({ reason }) => reason)];
  if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join("\n"));
  return () => numbersOf(contract, data.values);
}

async function byHand(checked) {
  const spill = mkdtempSync(path.join(tmpdir(), "concordat-bench-"));
  try {
    const engine = await openEngine({ memory, spill });
    const from = await rowsOf(engine);
    for (const check of checked ? CHECKS : []) {
      const counts = await engine.query(check(from));
      if (counts.some(([count]) => count !== 0n)) throw new Error(`the rows break a rule: ${counts.join(", ")}`);
    }
    const numbers = await numbersByHand(engine.query, from);
    engine.close();
    return () => numbers;
  } finally {
    rmSync(spill, { recursive: true, force: true });
  }
}

/** Parquet is asked where it lies; CSV is read once, with the types that the engine sees in it, but for money: those it sees round. */
async function rowsOf(engine) {
  const parquet = path.join(folder, "spells.parquet");
  if (existsSync(parquet)) return `read_parquet('${parquet}')`;
  await engine.query(
    `CREATE TABLE spells AS FROM read_csv('${path.join(folder, "spells.csv")}', types = {'cost': 'DECIMAL(12, 2)'})`,
  );
  return "spells";
}
