import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkFiles, createConcordatServices } from "@concordat/language";
import { type ContractModel, LineConstruct, runExample } from "@concordat/model";
import { AstUtils, EmptyFileSystem, GrammarAST } from "langium";
import { typeCommand } from "../cli/type-command.js";
import { readPage } from "./page.js";
import { sessionsOf } from "./sessions.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const docs = path.join(here, "../../docs");
const standing = readFileSync(path.join(here, "standing.concordat"), "utf8");
const readBeside = (file: string): string | undefined =>
  existsSync(path.join(here, file)) ? readFileSync(path.join(here, file), "utf8") : undefined;

const pages = (readdirSync(docs, { recursive: true }) as string[])
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".md"))
  .sort();

describe("the manual", function () {
  this.timeout(300_000);
  it("has a page for each line of a payment", () => {
    assert.deepEqual(
      LineConstruct.options.filter((construct) => !pages.includes(`reference/${construct}.md`)),
      [],
    );
  });
  it("says every word of the language", () => {
    const manual = pages.map((name) => readFileSync(path.join(docs, name), "utf8").replace(/\s+/g, " ")).join(" ");
    assert.deepEqual(
      keywords().filter((word) => !manual.includes(word)),
      [],
    );
  });
  for (const name of pages) {
    const file = path.join(docs, name);
    const page = readPage(readFileSync(file, "utf8"), standing);

    describe(name, () => {
      page.contracts.forEach((contract, index) => {
        it(`shows contracts without a mistake, whose examples come out (${index + 1})`, async () => {
          const { messages, contracts } = await check(contract);
          assert.deepEqual(messages, []);
          assert.deepEqual(contracts.flatMap(failures), []);
        });
      });
      for (const { line, text, message } of page.wrong) {
        it(`quotes the message that one gets, line ${line}`, async () => {
          assert.deepEqual((await check(text)).messages, [message]);
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
          assert.doesNotMatch(await typeCommand(`concordat help ${command}`, here), /\[exit/);
        });
      }
      if (page.hasSession) sessionsOf(file);
    });
  }
});

function keywords(): string[] {
  const { Grammar } = createConcordatServices(EmptyFileSystem).Concordat;
  return [
    ...AstUtils.streamAllContents(Grammar)
      .filter(GrammarAST.isKeyword)
      .map((keyword) => keyword.value),
  ];
}

async function check(text: string): Promise<{ messages: string[]; contracts: readonly ContractModel[] }> {
  const [checked] = await checkFiles([{ file: "page.concordat", text }], readBeside);
  // A snippet shows one thing and leaves out what a whole contract would say: what is only for information is not asked of it.
  const told = checked!.findings.filter(({ severity }) => severity !== "information");
  return { messages: told.map((finding) => finding.message), contracts: checked!.contracts };
}

const failures = (contract: ContractModel): string[] =>
  contract.examples
    .map((example) => runExample(contract, example))
    .flatMap((result) => result.expectations.filter((expectation) => !expectation.passed))
    .map((expectation) => expectation.sentence);
