import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Progress, readOutcomeData } from "@concordat/data";
import { contract, spells, tally } from "./contract.js";
import { inFolder } from "./folder.js";

const of = contract({ records: [spells], tallies: [tally("all", "spells")] });
const HEADER = "person,discharged,method,age,cost\n";
const CSV = HEADER + Array.from({ length: 5_000 }, (_, index) => `p${index},2026-04-01,elective,1,5\n`).join("");
const LATIN = Buffer.from(CSV.replace("p0,", "pé,"), "latin1");
const JSON_LINES = Array.from(
  { length: 5_000 },
  (_, index) => `{"person":"p${index}","discharged":"2026-04-01","method":"elective","age":1,"cost":5}\n`,
).join("");

describe("reading that is stopped", () => {
  let temporary: string;
  const before = process.env.TMPDIR;
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), "concordat-test-"));
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(temporary, { recursive: true });
  });

  const files = {
    "spells.csv": { "spells.csv": CSV },
    "a copy of spells.csv": {
      "spells.csv": LATIN,
      "data.json": { sources: { spells: { encoding: "windows-1252" } } },
    },
    "spells.jsonl": { "spells.jsonl": JSON_LINES },
  };
  for (const [name, content] of Object.entries(files)) {
    for (const doing of ["reading", "checking", "measuring"] as const) {
      it(`while ${doing} ${name} leaves nothing behind`, () =>
        inFolder(content, async (folder) => {
          process.env.TMPDIR = temporary;
          const reason = new Error("enough");
          const controller = new AbortController();
          const onProgress = (progress: Progress) => {
            if (progress.doing === doing) controller.abort(reason);
          };
          await assert.rejects(readOutcomeData(of, folder, { signal: controller.signal, onProgress }), reason);
          assert.deepEqual(readdirSync(temporary), []);
        }));
    }
  }
});
