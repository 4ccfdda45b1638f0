import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import "../../packages/language/src/polyfill.js";
import { createConcordatServices } from "@concordat/language";
import { EmptyFileSystem, type LangiumDocument, URI } from "langium";
import { drawCurvesInHovers } from "../../packages/server/src/hover-curves.js";
import { root } from "../architecture/files.js";

const { shared, Concordat } = createConcordatServices(EmptyFileSystem);
drawCurvesInHovers(shared);
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = shared.workspace;
const text = readFileSync(path.join(root, "examples/rochdale/rochdale.concordat"), "utf8");

describe("the curve in a hover", function () {
  this.timeout(300_000);
  let document: LangiumDocument;
  before(async () => {
    document = LangiumDocumentFactory.fromString(text, URI.parse("file:///rochdale.concordat"));
    LangiumDocuments.addDocument(document);
    await DocumentBuilder.build([document], { validation: false });
  });

  /** What is said at a word of the contract, the first or a later one. */
  async function saidAt(words: string): Promise<string> {
    assert.ok(text.includes(words), words);
    const position = document.textDocument.positionAt(text.indexOf(words));
    const hover = await Concordat.lsp.HoverProvider!.getHoverContent(document, {
      textDocument: { uri: document.uri.toString() },
      position,
    });
    return (hover?.contents as { value: string } | undefined)?.value ?? "";
  }
  const images = (said: string): RegExpExecArray[] => [
    ...said.matchAll(/!\[((?:\\.|[^\]])*)\]\(data:image\/svg\+xml,([^)]*)\)/g),
  ];

  it("is shown at the name of a payment, beneath what is said in words", async () => {
    const said = await saidAt('outcomes "Outcome incentive"');
    assert.match(said, /^\*\*Outcome incentive\*\*, payment/);
    assert.equal(images(said).length, 2);
  });
  it("is shown at a weight: that of its own metric", async () => {
    const [[, words, picture] = []] = images(await saidAt("weight    30% on readmission"));
    assert.match(words!, /readmission within 30 days/);
    assert.match(words!, /12%/);
    assert.match(decodeURIComponent(picture!), /^<svg .*<\/svg>$/);
  });
  it("is shown at the shape of a step", async () =>
    assert.equal(images(await saidAt("banded  0% of the first 2% of target-cost, 40%")).length, 1));
  it("says the curve in its alternative text, whatever signs there are in it", async () => {
    const [[, words] = []] = images(await saidAt("weight    40% on emergency-rate"));
    assert.match(words!, /215\.4/);
    assert.ok(!/[^\\][[\]]/.test(words!));
  });
  it("has paper and ink of its own, so that it is legible in every theme", async () => {
    const [[, , picture] = []] = images(await saidAt("weight    40% on emergency-rate"));
    const svg = decodeURIComponent(picture!);
    assert.match(svg, /<rect width="430" height="270" rx="6" fill="#ffffff"\/>/);
    assert.match(svg, / color="#24292f"/);
  });
  it("is not shown where something else is asked about", async () => {
    assert.deepEqual(images(await saidAt('emergency-rate "Rate of')), []);
    assert.deepEqual(images(await saidAt("pool      £1,200,000")), []);
  });
});
