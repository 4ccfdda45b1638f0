import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { matches, readScenario, type Scenario, withOutputs } from "./scenario-file.js";
import { typeCommand } from "./type-command.js";

/** `UPDATE_SCENARIOS=1` writes what was really shown into the documents, for a person to read before it is kept. */
const update = process.env.UPDATE_SCENARIOS === "1";
const folder = fileURLToPath(new URL("scenarios/", import.meta.url));
const documents = readdirSync(folder).filter((file) => file.endsWith(".md"));

describe("concordat, as it is typed and read", function () {
  this.timeout(300_000);
  for (const name of documents.sort()) {
    const document = readFileSync(path.join(folder, name), "utf8");
    const { title, parts } = readScenario(document);

    describe(`${title} (${name})`, () => {
      let place: string;
      const outputs = new Map<number, string>();
      before(() => {
        place = realpathSync(mkdtempSync(path.join(tmpdir(), "concordat-")));
      });
      after(() => {
        rmSync(place, { recursive: true });
        if (update) writeFileSync(path.join(folder, name), withOutputs(document, outputs));
      });

      parts.forEach((part, index) => {
        if (part.kind === "file") return;
        it(`line ${part.line}: ${part.commands.map(({ typed }) => typed).join("; ")}`, async () => {
          writeFiles(parts.slice(0, index), place);
          const shown: string[] = [];
          for (const { typed } of part.commands) shown.push(await typeCommand(typed, place));
          const session = part.commands.map((command, at) => ({ ...command, actual: shown[at]! }));
          outputs.set(part.line, session.map(asKept).join(""));
          if (update) return;
          for (const { actual, output } of session) if (!matches(actual, output)) assert.equal(actual, output);
        });
      });
    });
  }
});

/** The files that stand before a session; of two with one name, the later. */
function writeFiles(parts: Scenario["parts"], place: string): void {
  for (const part of parts) {
    if (part.kind !== "file") continue;
    mkdirSync(path.dirname(path.join(place, part.name)), { recursive: true });
    writeFileSync(path.join(place, part.name), part.text);
  }
}

/** What already matches, with its `…`, is kept as it stands. */
const asKept = ({ typed, output, actual }: { typed: string; output: string; actual: string }): string =>
  `$ ${typed}\n${matches(actual, output) ? output : actual}`;
