import assert from "node:assert/strict";
import { randomFrom } from "../language/incremental/edits.js";
import { Client } from "./client.js";
import { contract } from "./contracts.js";

const EDITS = 10_000;
/** Every so many edits the server is held against one that never saw the text before. */
const COMPARED = 500;
const SEED = 20_260_401;

/** What nobody would type, beside what people do. */
const HOSTILE = [
  ...[
    "\ud800",
    "\udc00",
    "\u202e\u200f",
    "\u0000",
    "\ufeff",
    "{{{{{{",
    "}}}}}}",
    '"""',
    '"',
    "/*",
    "\r\n",
    "\r",
    "\u2028",
  ],
  ...[
    "((((((((((",
    "not not not not",
    "{a {b {c",
    "contract x {",
    "}\ncontract night-care {\n",
    'import a from "std/x"\n',
  ],
];
const TYPED = [
  " ",
  "\n",
  "a",
  "1",
  ",",
  "%",
  "£5",
  "paid to ",
  "\n    pays ",
  "// remark",
  " nurses",
  "visits",
  " of ",
  "-",
];
const REQUESTS = ["completion", "hover", "definition", "documentSymbol", "foldingRange", "codeLens", "formatting"];

describe("the bundled language server, edited at random", function () {
  this.timeout(600_000);

  it(`lives through ${EDITS} edits, and then finds what a fresh one finds`, async () => {
    const random = randomFrom(SEED);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const edited = await Client.start();
    const fresh = await Client.start();
    const uri = "untitled:edited";
    let text = contract();
    await edited.open(uri, text);
    const pending: Promise<unknown>[] = [];
    for (let edit = 1; edit <= EDITS; edit++) {
      const { from, to, inserted } = stretch(text, edit, random, one);
      await edited.change(uri, [
        { range: { start: positionAt(text, from), end: positionAt(text, to) }, text: inserted },
      ]);
      text = text.slice(0, from) + inserted + text.slice(to);
      if (random() < 0.02) pending.push(ask(edited, uri, one(REQUESTS), text, random));
      if (edit % 50 === 0) {
        await edited.allFindings(uri);
        await Promise.all(pending.splice(0));
      }
      // So that edits meet a contract, and not only ever worse remains of one.
      if (edit % 100 === 0) {
        text = contract();
        await edited.change(uri, [{ text }]);
      }
      if (edit % COMPARED !== COMPARED - 25) continue;
      const found = await edited.allFindings(uri);
      await fresh.open("untitled:fresh", text);
      assert.deepEqual(found, await fresh.allFindings("untitled:fresh"), `seed ${SEED}, after edit ${edit}:\n${text}`);
      await fresh.close("untitled:fresh");
    }
    assert.equal(edited.ended, undefined);
    await edited.change(uri, [{ text: contract() }]);
    assert.deepEqual(await edited.allFindings(uri), []);
    assert.equal(await edited.end(), 0);
    await fresh.end();
  });
});

type Random = () => number;

function stretch(text: string, edit: number, random: Random, one: <T>(list: readonly T[]) => T) {
  // A line of a megabyte, and away with it.
  if (edit === 3_333) return { from: 40, to: 40, inserted: "long-".repeat(200_000) };
  if (text.length > 500_000) return { from: 0, to: text.length, inserted: contract() };
  const from = Math.floor(random() * (text.length + 1));
  const to = random() < 0.6 ? from : Math.min(text.length, from + Math.floor(random() * random() * 80));
  const kind = random();
  const other = Math.floor(random() * text.length);
  const inserted =
    kind < 0.2 ? "" : kind < 0.65 ? one(TYPED) : kind < 0.85 ? one(HOSTILE) : text.slice(other, other + 60);
  return { from, to, inserted };
}

function ask(client: Client, uri: string, request: string, text: string, random: Random): Promise<unknown> {
  const position = positionAt(text, Math.floor(random() * text.length));
  const options = { tabSize: 2, insertSpaces: true };
  return client.ask(`textDocument/${request}`, { textDocument: { uri }, position, options }).catch(({ code }) => {
    // Out of date, cancelled or not offered are answers too; a fault of the server's own is none.
    assert.ok([-32800, -32801, -32802, -32601].includes(code), `${request} ended in ${code}`);
  });
}

/** Lines end as the protocol says: at \n, \r\n and \r. */
function positionAt(text: string, offset: number): { line: number; character: number } {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  const within = text[offset - 1] === "\r" && text[offset] === "\n";
  return within
    ? { line: lines.length - 2, character: lines.at(-2)!.length + 1 }
    : { line: lines.length - 1, character: lines.at(-1)!.length };
}
