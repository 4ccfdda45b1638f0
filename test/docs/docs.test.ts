import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkFiles } from "@concordat/language";
import { type ContractModel, runExample } from "@concordat/model";
import { matches, readScenario } from "../cli/scenario-file.js";
import { typeCommand } from "../cli/type-command.js";
import { readPage } from "./page.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const docs = path.join(here, "../../docs");
const standing = readFileSync(path.join(here, "standing.concordat"), "utf8");
const readBeside = (file: string): string | undefined =>
  existsSync(path.join(here, file)) ? readFileSync(path.join(here, file), "utf8") : undefined;

const pages = (readdirSync(docs, { recursive: true }) as string[])
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".md"))
  .sort();

describe("the manual", () => {
  for (const name of pages) {
    const text = readFileSync(path.join(docs, name), "utf8");
    const page = readPage(text, standing);

    describe(name, () => {
      page.contracts.forEach((contract, index) => {
        it(`shows contracts without a mistake, whose examples come out (${index + 1})`, async () => {
          const { messages, contracts } = await check(contract);
          assert.deepEqual(messages, []);
          assert.deepEqual(contracts.flatMap(failures), []);
        });
      });
      for (const { line, text: contract, message } of page.wrong) {
        it(`quotes the message that one gets, line ${line}`, async () => {
          assert.deepEqual((await check(contract)).messages, [message]);
        });
      }
      it("leads somewhere with every link", () => {
        const lost = page.links
          .filter(({ to }) => !/^(https?:|#)/.test(to))
          .filter(({ to }) => !existsSync(path.join(docs, path.dirname(name), to.replace(/#.*$/, ""))));
        assert.deepEqual(lost, []);
      });
      for (const command of new Set(page.commands)) {
        it(`shows a command that there is: concordat ${command}`, async () => {
          assert.doesNotMatch(await typeCommand(`concordat ${command} --help`, here), /\[exit/);
        });
      }
      if (page.hasSession) session(text);
    });
  }
});

async function check(text: string): Promise<{ messages: string[]; contracts: readonly ContractModel[] }> {
  const [checked] = await checkFiles([{ file: "page.concordat", text }], readBeside);
  return { messages: checked!.findings.map((finding) => finding.message), contracts: checked!.contracts };
}

const failures = (contract: ContractModel): string[] =>
  contract.examples
    .map((example) => runExample(contract, example))
    .flatMap((result) => result.expectations.filter((expectation) => !expectation.passed))
    .map((expectation) => expectation.sentence);

/** What is typed on the page, in its order, in a folder with the files that the page shows before it. */
function session(text: string): void {
  let place: string;
  before(() => {
    place = realpathSync(mkdtempSync(path.join(tmpdir(), "concordat-docs-")));
  });
  after(() => rmSync(place, { recursive: true }));
  for (const part of readScenario(text).parts) {
    if (part.kind === "file") {
      if (!part.name.includes(".")) continue;
      it(`has the file ${part.name}`, () => {
        mkdirSync(path.dirname(path.join(place, part.name)), { recursive: true });
        writeFileSync(path.join(place, part.name), part.text);
      });
    } else {
      for (const { typed, output } of part.commands) {
        it(`shows what one sees after ${typed}, line ${part.line}`, async () => {
          const shown = await typeCommand(typed, place);
          if (!matches(shown, output)) assert.equal(shown, output);
        });
      }
    }
  }
}
