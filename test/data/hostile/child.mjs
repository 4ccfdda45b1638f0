// Reads a folder in a process of its own: node child.mjs <folder> <contract> <memory limit>. Writes what came of it, and the
// most memory that it ever had, in bytes.
import { readFileSync } from "node:fs";
import { readOutcomeData } from "@concordat/data";

const [folder, contract, memoryLimit] = process.argv.slice(2);
const { data, quarantine, problems } = await readOutcomeData(JSON.parse(readFileSync(contract, "utf8")), folder, {
  memoryLimit,
});
const memory = process.resourceUsage().maxRSS * 1024;
process.stdout.write(JSON.stringify({ quality: data.quality, quarantine, problems, memory }));
