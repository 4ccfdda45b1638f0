import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { type CheckAnswer, checkRequest } from "@concordat/server/protocol";
import { Editor } from "./editor.js";

const example = (file: string): string => readFileSync(`examples/end-of-life/${file}`, "utf8");
const CONTRACT = "end-of-life.concordat";
const files = () => ({
  [CONTRACT]: example(CONTRACT),
  "practices.csv": example("practices.csv"),
  "library/steps.concordat": example("library/steps.concordat"),
});
const none = (errors: string[]): boolean => errors.length === 0;
const some = (errors: string[]): boolean => errors.length > 0;

describe("a language server that reads files through the editor", () => {
  let editor: Editor;
  afterEach(() => editor.close());

  it("waits for a table that is on its way, and says nothing wrong of the contract meanwhile", async () => {
    editor = await Editor.open(files());
    let come = (): void => undefined;
    editor.hold("practices.csv", new Promise((resolve) => (come = resolve)));
    await editor.opens(CONTRACT);
    setImmediate(come);
    await editor.told(CONTRACT, none);
    assert.deepEqual(
      editor.said.filter(({ errors }) => errors.length > 0),
      [],
    );
  });

  it("is not held up by a file that does not come: what is typed meanwhile is checked", async () => {
    editor = await Editor.open(files());
    await editor.opens(CONTRACT);
    await editor.told(CONTRACT, none);
    editor.hold("nowhere.csv", new Promise(() => undefined));
    await editor.types(CONTRACT, example(CONTRACT).replace('"practices.csv"', '"nowhere.csv"'));
    await editor.types(CONTRACT, example(CONTRACT).replace("commissioner icb", "commissioner icb icb"));
    await editor.told(CONTRACT, some);
  });

  it("reads each file once, however much is typed", async () => {
    editor = await Editor.open(files());
    await editor.opens(CONTRACT);
    await editor.told(CONTRACT, none);
    await editor.types(CONTRACT, example(CONTRACT).replace("commissioner icb", "commissioner icb icb"));
    await editor.told(CONTRACT, some);
    await editor.types(CONTRACT, example(CONTRACT));
    await editor.told(CONTRACT, none);
    assert.deepEqual(
      editor.read.filter((file) => file === "practices.csv"),
      ["practices.csv"],
    );
  });

  it("follows a table that is changed, deleted and put back by others", async () => {
    editor = await Editor.open(files());
    await editor.opens(CONTRACT);
    await editor.told(CONTRACT, none);
    await editor.changes("practices.csv", example("practices.csv").split("\n")[0]);
    assert.match((await editor.told(CONTRACT, some)).join("\n"), /it has no rows/);
    await editor.changes("practices.csv", undefined);
    assert.match((await editor.told(CONTRACT, (errors) => /no file/.test(errors.join()))).join("\n"), /practices\.csv/);
    await editor.changes("practices.csv", example("practices.csv"));
    await editor.told(CONTRACT, none);
  });

  it("follows a library in the same way", async () => {
    editor = await Editor.open(files());
    await editor.opens(CONTRACT);
    await editor.told(CONTRACT, none);
    await editor.changes("library/steps.concordat", undefined);
    assert.match((await editor.told(CONTRACT, some)).join("\n"), /library\/steps\.concordat/);
    await editor.changes("library/steps.concordat", example("library/steps.concordat"));
    await editor.told(CONTRACT, none);
  });

  it("looks again at every file before a check, where nobody tells of changes", async () => {
    editor = await Editor.open(files());
    await editor.opens(CONTRACT);
    await editor.told(CONTRACT, none);
    editor.files.set("practices.csv", "practice,size\n");
    const { errors } = await editor.connection.sendRequest<CheckAnswer>(checkRequest);
    assert.ok(errors > 0);
    await editor.told(CONTRACT, some);
  });
});
