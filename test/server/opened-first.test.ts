import assert from "node:assert/strict";
import { FilesOfClient } from "@concordat/server";
import type { FileSystemNode, URI } from "langium";
import { contract, deed, importing, steps } from "./contracts.js";
import { Editor } from "./editor.js";

const wrong = contract("home-care").replace("paid to   nurses", "paid to   nursez");
const some = (errors: string[]): boolean => errors.length > 0;
const none = (errors: string[]): boolean => errors.length === 0;

/** A folder is looked through without reading what is in it, as on a disk. */
class FilesByName extends FilesOfClient {
  override readDirectory(folder: URI): Promise<FileSystemNode[]> {
    return this.entriesOf(folder);
  }
}

describe("at the start, what is open", function () {
  this.timeout(30_000);
  let editor: Editor;
  afterEach(() => editor.close());

  /** A file of the folder that does not come before somebody says so. */
  function withheld(file: string): () => void {
    let come = (): void => undefined;
    editor.hold(file, new Promise((resolve) => (come = resolve)));
    return come;
  }

  it("is told of before the folder around it is read", async () => {
    editor = await Editor.open({ "a.concordat": contract(), "home.concordat": wrong }, FilesByName);
    const come = withheld("a.concordat");
    await editor.opens("home.concordat");
    assert.match((await editor.told("home.concordat", some)).join(), /nursez/);
    assert.equal(
      editor.said.some(({ file }) => file === "a.concordat"),
      false,
    );
    come();
    await editor.told("a.concordat", none);
    assert.match((await editor.told("home.concordat", some)).join(), /nursez/);
  });

  it("is told of as it stands, where somebody writes before the folder is read", async () => {
    editor = await Editor.open({ "a.concordat": contract(), "home.concordat": wrong }, FilesByName);
    const come = withheld("a.concordat");
    await editor.opens("home.concordat");
    await editor.told("home.concordat", some);
    await editor.types("home.concordat", contract("home-care"));
    come();
    await editor.told("home.concordat", none);
    await editor.types("home.concordat", wrong);
    await editor.told("home.concordat", some);
  });

  it("has what it imports by then: nothing wrong is said of it at any time", async () => {
    const files = {
      "a.concordat": contract(),
      "calm.concordat": importing("calm"),
      "library/steps.concordat": steps(),
    };
    editor = await Editor.open(files, FilesByName);
    const come = withheld("a.concordat");
    await editor.opens("calm.concordat");
    await editor.told("calm.concordat", none);
    come();
    await editor.told("a.concordat", none);
    assert.deepEqual(
      editor.said.filter(({ errors }) => some(errors)),
      [],
    );
  });

  it("waits for the folder where it is a deed, whose contract stands in another file", async () => {
    editor = await Editor.open({ "a.concordat": contract(), "deed.concordat": deed() }, FilesByName);
    const come = withheld("a.concordat");
    await editor.opens("deed.concordat");
    setImmediate(come);
    await editor.told("deed.concordat", none);
    assert.deepEqual(
      editor.said.filter(({ errors }) => some(errors)),
      [],
    );
  });
});
