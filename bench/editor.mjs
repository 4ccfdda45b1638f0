// How fast the editor answers: `npm run bench:editor`. The bundled language server over its standard input, on contracts of
// growing length and in a folder of 300 contracts, against only cutting the same text into words.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createConcordatServices } from "@concordat/language";
import { EmptyFileSystem } from "langium";
import { keystrokes, randomFrom, somewhere } from "./editor/keystrokes.mjs";
import { longContract, shortContract } from "./editor/long-contract.mjs";
import { Session } from "./editor/session.mjs";
import { table } from "./measure.mjs";

const LENGTHS = [1_250, 2_500, 5_000];
const CONTRACTS = 300;
const WARM = 40;
const KEYS = 120;
const REQUESTS = 40;
const STARTS = 5;

const COLD = "cold start to the first findings";

const root = path.dirname(import.meta.dirname);
if (!existsSync(path.join(root, "packages/vscode/dist/server.cjs"))) throw new Error("npm run build makes the server");
const lexer = createConcordatServices(EmptyFileSystem).Concordat.parser.Lexer;
const folder = mkdtempSync(path.join(tmpdir(), "concordat-bench-"));

try {
  const places = [...LENGTHS.map(oneContract), manyContracts()];
  const results = [];
  for (const place of places) results.push(await measure(place));
  print(results);
} finally {
  rmSync(folder, { recursive: true });
}

function oneContract(lines) {
  const file = path.join(folder, `${lines}`, "contract.concordat");
  mkdirSync(path.dirname(file));
  const text = longContract(lines);
  writeFileSync(file, text);
  return { name: `${lines.toLocaleString("en")} lines`, file, text };
}

function manyContracts() {
  const home = path.join(folder, "many");
  mkdirSync(home);
  const texts = Array.from({ length: CONTRACTS }, (_, at) => shortContract(`service-${at}`, at));
  for (const [at, text] of texts.entries()) writeFileSync(path.join(home, `service-${at}.concordat`), text);
  return { name: `${CONTRACTS} contracts`, file: path.join(home, "service-7.concordat"), text: texts[7] };
}

/** Starts of a server that has nothing of an earlier one, then of one that has: milliseconds from its start as a process. */
async function coldStarts(home, uri, text) {
  const once = async (caches, also = () => undefined) => {
    const begin = performance.now();
    const session = await Session.start([home], caches);
    const { first } = await openedAt(session, uri, text, begin);
    const processor = session.processor();
    await also();
    await session.end();
    return { first, processor };
  };
  const fresh = () => mkdtempSync(path.join(folder, "caches-"));
  const [everFirst, later] = [[], []];
  for (let start = 0; start < STARTS; start++) everFirst.push(await once(fresh()));
  const caches = fresh();
  await once(caches, () => Session.kept(caches));
  for (let start = 0; start < STARTS; start++) later.push(await once(caches));
  return { everFirst, later, caches };
}

async function measure({ name, file, text }) {
  const uri = pathToFileURL(file).href;
  const home = path.dirname(file);
  const { everFirst, later, caches } = await coldStarts(home, uri, text);
  const session = await Session.start([home], caches);
  const { diagnostics } = await session.open(uri, text);
  if (diagnostics.length > 0) throw new Error(`the contract has findings: ${diagnostics[0].message}`);
  const random = randomFrom(20_260_401);
  const keys = keystrokes(() => session.text(uri), random);
  const press = async () => session.type(uri, ...keys.next().value);
  for (let key = 0; key < WARM; key++) await press();
  const used = session.processor();
  const pressed = [];
  for (let key = 0; key < KEYS; key++) pressed.push(await press());
  const processor = used === undefined ? undefined : (session.processor() - used) / KEYS;

  const answers = {};
  for (const [request, ask] of Object.entries(requests(session, uri, random))) {
    if (!ask) continue;
    answers[request] = [];
    for (let time = 0; time < REQUESTS; time++) {
      await press();
      answers[request].push(await ask());
    }
  }
  const memory = session.memory();
  await session.end();
  return {
    name,
    text,
    rows: {
      "first start ever, to the first findings": everFirst.map(({ first }) => first),
      [COLD]: later.map(({ first }) => first),
      "keystroke to the first findings": pressed.map(({ first }) => first),
      "keystroke to all findings": pressed.map(({ last }) => last),
      ...answers,
    },
    processor,
    starting: part(
      later.map(({ processor: used }) => used ?? Number.NaN),
      0.5,
    ),
    memory,
    yardstick: lexing(text),
  };
}

async function openedAt(session, uri, text, begin) {
  const before = performance.now() - begin;
  const { first, ...rest } = await session.open(uri, text);
  return { first: first + before, ...rest };
}

/** What is asked after a keystroke; undefined what this server does not offer. */
function requests(session, uri, random) {
  const { capabilities } = session;
  const at = (pattern) => {
    const { index, 0: found } = somewhere(session.text(uri), pattern, random);
    return session.at(uri, index + found.length);
  };
  const ask = (method, params) => session.ask(method, params).then(({ took }) => took);
  let renamed = 0;
  return {
    completion: () => ask("textDocument/completion", at(/weight {4}30% on /g)),
    hover: () => ask("textDocument/hover", at(/paid to {3}all/g)),
    rename: () => ask("textDocument/rename", { ...at(/metric experience/g), newName: `experienced-${renamed++}` }),
    format:
      capabilities.documentFormattingProvider &&
      (() => ask("textDocument/formatting", { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } })),
  };
}

/** Milliseconds to cut the text into words, the median of some times. */
function lexing(text) {
  const times = Array.from({ length: 25 }, () => {
    const begin = performance.now();
    lexer.tokenize(text);
    return performance.now() - begin;
  });
  return part(times, 0.5);
}

function part(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function print(results) {
  const ms = (number) => (number === undefined ? "" : number.toFixed(number < 10 ? 1 : 0));
  const rows = [...new Set(results.flatMap(({ rows }) => Object.keys(rows)))];
  console.log("Milliseconds, median and 95th percentile, as an editor waits for them.\n");
  console.log(
    table([
      ["", ...results.flatMap(({ name }) => [name, "95%"])],
      ...rows.map((row) => [
        row,
        ...results.flatMap(({ rows }) => [0.5, 0.95].map((share) => ms(part(rows[row] ?? [], share)))),
      ]),
      [
        "processor time from a start to all findings, all threads",
        ...results.flatMap(({ starting }) => [ms(starting), ""]),
      ],
      ["processor time a keystroke", ...results.flatMap(({ processor }) => [ms(processor), ""])],
      ["only cutting the text into words", ...results.flatMap(({ yardstick }) => [ms(yardstick), ""])],
      [
        "keystroke to all findings, against that",
        ...results.flatMap(({ rows, yardstick }) => [
          `${(part(rows["keystroke to all findings"], 0.5) / yardstick).toFixed(1)} times`,
          "",
        ]),
      ],
      ["memory, MB", ...results.flatMap(({ memory }) => [ms(memory), ""])],
    ]),
  );
  const [short, , long] = results;
  const growth = (row) => (part(long.rows[row], 0.5) / part(short.rows[row], 0.5)).toFixed(1);
  console.log(
    `\nFour times the text takes ${growth("keystroke to all findings")} times as long from a keystroke to all findings, ` +
      `${growth(COLD)} times from a cold start.`,
  );
}
