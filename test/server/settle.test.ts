import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type SettleAnswer, type SettleQuestion, settleRequest } from "@concordat/server/protocol";
import { Editor } from "./editor.js";

/** Examples that need no records, and the folder of their data: many tables, participants, a table of places. */
const EXAMPLES: Readonly<Record<string, string>> = {
  "hospital-contract/hospital-contract.concordat": "data",
  "qof/disease-areas.concordat": "data/disease-areas",
  "shared-savings/shared-savings.concordat": "data/shared-savings",
};

const root = path.resolve(import.meta.dirname, "../..");

const byTheProgram = (contract: string, data: string): string =>
  execFileSync(
    process.execPath,
    ["packages/cli/bin/concordat.js", "settle", contract, "--data", data, "--format", "json"],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1" },
    },
  );

function filesBelow(folder: string, below = ""): Record<string, string> {
  return Object.fromEntries(
    readdirSync(path.join(folder, below)).flatMap((name) => {
      const file = path.posix.join(below, name);
      if (statSync(path.join(folder, file)).isDirectory()) return Object.entries(filesBelow(folder, file));
      return [[file, readFileSync(path.join(folder, file), "utf8")]];
    }),
  );
}

describe("settling figures without a program", () => {
  let editor: Editor;
  afterEach(() => editor.close());

  const settle = (question: SettleQuestion) => editor.connection.sendRequest<SettleAnswer>(settleRequest, question);

  for (const [contract, data] of Object.entries(EXAMPLES)) {
    it(`gives the statement of ${contract} that the program writes, receipt included`, async () => {
      const folder = path.join("examples", path.dirname(contract));
      editor = await Editor.open(filesBelow(path.join(root, folder)));
      const textDocument = { uri: editor.uri(path.basename(contract)) };
      const answer = await settle({ textDocument, data: editor.uri(data) });
      assert.ok("statement" in answer, JSON.stringify(answer));
      const expected = byTheProgram(path.join("examples", contract), path.join(folder, data));
      assert.equal(answer.statement.trimEnd(), expected.trimEnd());
    });
  }

  it("takes the contract as it stands in the editor, with a deed of the same folder", async () => {
    editor = await Editor.open({ ...care(), "deed.concordat": DEED, "data/actual-cost.csv": TWO_YEARS });
    await editor.opens("care.concordat");
    await editor.types("care.concordat", care()["care.concordat"].replace("£48,000,000 each", "£49,000,000 each"));
    const answer = await settle({ textDocument: { uri: editor.uri("care.concordat") }, data: editor.uri("data") });
    assert.ok("statement" in answer, JSON.stringify(answer));
    assert.match(answer.statement, /£49,000,000/);
    assert.match(answer.statement, /Second deed/);
  });

  it("sets a row aside that is no figure, and says which", async () => {
    editor = await Editor.open({
      ...care(),
      "data/actual-cost.csv": "period,actual-cost\n2026/27,46000000\n2027/28,much\n",
    });
    const answer = await settle({ textDocument: { uri: editor.uri("care.concordat") }, data: editor.uri("data") });
    assert.ok("statement" in answer);
    assert.match(answer.remarks.join("\n"), /actual-cost\.csv, row 3, actual-cost: is not an amount of money/);
  });

  it("says what to do where figures cannot be read, and settles nothing", async () => {
    editor = await Editor.open({ ...care(), "data/actual-cost.csv": "period,cost\n2026/27,46000000\n" });
    const answer = await settle({ textDocument: { uri: editor.uri("care.concordat") }, data: editor.uri("data") });
    assert.ok("problem" in answer);
    assert.match(answer.whatToDo, /There is no column "actual-cost".* Rename the column/s);
  });

  it("says what to do where the contract has errors", async () => {
    const files = care();
    editor = await Editor.open({
      ...files,
      "care.concordat": files["care.concordat"].replace("compares  actual-cost", "compares  actual-costs"),
    });
    const answer = await settle({ textDocument: { uri: editor.uri("care.concordat") }, data: editor.uri("data") });
    assert.ok("problem" in answer);
    assert.match(
      `${answer.problem} ${answer.whatToDo}`,
      /care\.concordat has errors.* The first is on line \d+: .*actual-costs/,
    );
  });

  it("leaves records to the program, and says so", async () => {
    editor = await Editor.open(filesBelow(path.join(root, "examples/end-of-life")));
    const uri = editor.uri("end-of-life.concordat");
    const answer = await settle({ textDocument: { uri }, data: editor.uri("data") });
    assert.ok("problem" in answer);
    assert.match(`${answer.problem} ${answer.whatToDo}`, /records.*only figures can be settled.*concordat settle/);
  });
});

const care = () => ({
  "care.concordat": readFileSync(path.join(root, "test/vscode/fixture/right.concordat"), "utf8"),
  "data/actual-cost.csv": readFileSync(path.join(root, "test/vscode/fixture/data/actual-cost.csv"), "utf8"),
});

const TWO_YEARS = "period,actual-cost\n2026/27,46000000\n2027/28,46000000\n";

const DEED = `variation second "Second deed" of village-care {
  effective 1 April 2027
  change define target-cost "Target cost" as £47,000,000 each year
}
`;
