import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { DataManifest, dataManifestJsonSchema } from "@concordat/data";
import { getLanguageService, type JSONSchema, TextDocument } from "vscode-json-languageservice";
import { root } from "../examples/support/root.js";

type Schema = JSONSchema & { properties: Record<string, Schema> };

const extension = path.join(root, "packages/vscode");
const schema = dataManifestJsonSchema() as Schema;

/** The editor's own service, told what the extension tells it of a data.json. */
async function opened(text: string) {
  const { editorSchema } = (await import(path.join(extension, "data-schema.mjs"))) as {
    editorSchema(schema: Schema): Schema;
  };
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: "own://data", fileMatch: ["data.json"], schema: editorSchema(schema) }] });
  const cursor = text.indexOf("¦");
  const document = TextDocument.create("file:///data/data.json", "json", 1, text.replace("¦", ""));
  const json = service.parseJSONDocument(document);
  return {
    findings: async () => (await service.doValidation(document, json)).map(({ message }) => message),
    completions: async () =>
      ((await service.doComplete(document, document.positionAt(cursor), json))?.items ?? []).map(({ label }) => label),
    hover: async () => JSON.stringify(await service.doHover(document, document.positionAt(cursor), json)),
  };
}

describe("the schema of data.json", () => {
  it("says of every entry what it is for", () => {
    const silent: string[] = [];
    const look = (of: Schema, at: string): void => {
      for (const [name, each] of Object.entries(of.properties ?? {})) {
        if (!each.description) silent.push(`${at}${name}`);
        look(each, `${at}${name}.`);
      }
      if (typeof of.additionalProperties === "object") look(of.additionalProperties as Schema, at);
    };
    look(schema, "");
    assert.deepEqual(silent, []);
    assert.ok(schema.properties.sources && schema.properties.databases);
  });

  it("is offered by the extension for files of that name", () => {
    const { contributes } = JSON.parse(readFileSync(path.join(extension, "package.json"), "utf8")) as {
      contributes: { jsonValidation: { fileMatch: string; url: string }[] };
    };
    assert.deepEqual(contributes.jsonValidation, [{ fileMatch: "data.json", url: "./dist/data.schema.json" }]);
    assert.match(readFileSync(path.join(extension, "build.mjs"), "utf8"), /data\.schema\.json/);
  });

  it("completes names and values, from an empty file on", async () => {
    assert.deepEqual((await (await opened("{ ¦ }")).completions()).sort(), Object.keys(schema.properties).sort());
    const entry = await opened('{ "sources": { "visits": { ¦ } } }');
    for (const name of ["file", "glob", "table", "query", "covers"])
      assert.ok((await entry.completions()).includes(name));
    const format = await opened('{ "sources": { "visits": { "dateFormat": ¦ } } }');
    assert.ok((await format.completions()).includes('"dd/mm/yyyy"'));
    const database = await opened('{ "databases": { "warehouse": { ¦ } } }');
    assert.ok((await database.completions()).includes("host") && !(await database.completions()).includes("password"));
  });

  it("tells what an entry is for, and what is wrong", async () => {
    assert.match(await (await opened('{ "sources": { "visits": { "gl¦ob": "*.csv" } } }')).hover(), /read as one/);
    for (const wrong of [
      '{ "sources": { "visits": { "fil": "visits.csv" } } }',
      '{ "sources": { "visits": { "dateFormat": "dd/mm/yy" } } }',
      '{ "sorces": {}, "known-to": "2026-09-30" }',
      '{ "databases": { "warehouse": { "host": "db", "database": "x", "user": "y", "password": "z" } } }',
    ]) {
      assert.equal((await (await opened(wrong)).findings()).length, 1, wrong);
      assert.ok(!DataManifest.safeParse(JSON.parse(wrong)).success, wrong);
    }
  });

  it("leaves alone what other programs call data.json", async () => {
    for (const text of [
      '{ "name": "a chart", "values": [1, 2] }',
      '[{ "sources": 1 }]',
      '{ "sources": ["a.csv"], "title": "References" }',
      '"text"',
    ])
      assert.deepEqual(await (await opened(text)).findings(), [], text);
  });
});
