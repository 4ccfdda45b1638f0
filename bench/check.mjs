// How fast contracts are checked: `npm run bench:check`. Reading, linking, checking and lowering of every contract of examples/
// many times over, against only cutting the same text into words, and against reading the same contracts as JSON.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkFiles, createConcordatServices } from "@concordat/language";
import { EmptyFileSystem } from "langium";
import { grouped, table, timesPerSecond } from "./measure.mjs";

const COPIES = 12;
const root = path.dirname(import.meta.dirname);
const readText = (file) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const examples = readdirSync(path.join(root, "examples"), { recursive: true })
  .filter((name) => name.endsWith(".concordat"))
  .sort()
  .map((name) => path.join(root, "examples", name));

const files = examples.flatMap((file) => copiesOf(file, readFileSync(file, "utf8")));
const checked = await checkFiles(files, readText);
const findings = checked.flatMap((file) => file.findings);
const models = checked.flatMap((file) => file.contracts);
if (findings.length > 0) throw new Error(`the examples have findings: ${findings[0].message}`);

const lexer = createConcordatServices(EmptyFileSystem).Concordat.parser.Lexer;
const json = models.map((model) => JSON.stringify(model));
const megabytes = files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;

const results = [
  ["checking", await timesPerSecond(() => checkFiles(files, readText), 2_000)],
  ["only cutting the text into words", await timesPerSecond(() => files.map(({ text }) => lexer.tokenize(text)))],
  ["only JSON.parse of the models", await timesPerSecond(() => json.map((text) => JSON.parse(text)))],
];

console.log(`${grouped(models.length)} contracts in ${files.length} files, ${(megabytes * 1000).toFixed(0)} kB.\n`);
console.log(
  table([
    ["", "MB a processor-second", "contracts a processor-second", "against checking"],
    ...results.map(([name, rate]) => [
      name,
      (megabytes * rate).toFixed(2),
      grouped(models.length * rate),
      `${(rate / results[0][1]).toFixed(1)} times`,
    ]),
  ]),
);

/** The same contract under other names, its deeds too, so that no name is declared twice. The CSV that it names stays where it is. */
function copiesOf(file, text) {
  return Array.from({ length: COPIES }, (_, copy) => ({
    file: file.replace(/\.concordat$/, `-${copy}.concordat`),
    text: text
      .replace(/^contract ([\w-]+)/gm, `contract $1-${copy}`)
      .replace(/^((?:variation|determination) .* of [\w-]+)( \{)$/gm, `$1-${copy}$2`),
  }));
}
