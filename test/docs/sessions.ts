import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { matches, readScenario, withOutputs } from "../cli/scenario-file.js";
import { typeCommand } from "../cli/type-command.js";
import { writeAsShown } from "./files.js";

/** `UPDATE_SCENARIOS=1` writes what was really shown into the page, for a person to read before it is kept. */
const update = process.env.UPDATE_SCENARIOS === "1";

/** What is typed on a page, in its order, in a folder with the files that the page shows before it. */
export function sessionsOf(page: string): void {
  const text = readFileSync(page, "utf8");
  const outputs = new Map<number, string>();
  let place: string;
  before(() => {
    place = realpathSync(mkdtempSync(path.join(tmpdir(), "concordat-docs-")));
  });
  after(() => {
    rmSync(place, { recursive: true });
    if (update) writeFileSync(page, withOutputs(text, outputs));
  });
  let files: { name: string; text: string }[] = [];
  for (const part of readScenario(text).parts) {
    if (part.kind === "file") {
      if (part.name.includes(".")) files.push(part);
      continue;
    }
    const shownBefore = files;
    files = [];
    it(`shows what one sees, line ${part.line}: ${part.commands.map(({ typed }) => typed).join("; ")}`, async () => {
      for (const file of shownBefore) writeAsShown(place, file.name, file.text);
      let kept = "";
      for (const { typed, output } of part.commands) {
        const actual = (await typeCommand(typed, place)).replaceAll("\r\n", "\n");
        const same = matches(actual, output);
        if (!same && !update) assert.equal(actual, output);
        kept += `$ ${typed}\n${same ? output : actual}`;
      }
      outputs.set(part.line, kept);
    });
  }
}
