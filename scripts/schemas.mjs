// Writes docs/schema: JSON Schemas of what goes in and out, for editors and for other programs. `npm run schemas`
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataManifestJsonSchema } from "@concordat/data";
import * as model from "@concordat/model";
import { z } from "zod";

const folder = path.join(path.dirname(import.meta.dirname), "docs/schema");

// What the model gives a name stands under that name in $defs, and is written once.
for (const [name, value] of Object.entries(model)) {
  if (value instanceof z.ZodType && value !== model.Statement && value !== model.ContractModel) {
    z.globalRegistry.add(value, { id: name });
  }
}

/** The id is the name in $defs already, and older drafts read something else into it. */
const override = ({ jsonSchema }) => {
  delete jsonSchema.id;
};

/** File name to the text that belongs in it. */
export function schemas() {
  const all = {
    "statement.schema.json": { title: "Concordat payment statement", ...z.toJSONSchema(model.Statement, { override }) },
    "contract-model.schema.json": {
      title: "Concordat contract as data",
      ...z.toJSONSchema(model.ContractModel, { override }),
    },
    "data-manifest.schema.json": dataManifestJsonSchema(),
  };
  return Object.fromEntries(
    // The draft's own identifier is left out: the schemas read the same in every draft since 2019-09.
    Object.entries(all).map(([name, { $schema: _, ...schema }]) => [name, `${JSON.stringify(schema, null, 2)}\n`]),
  );
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(schemas())) writeFileSync(path.join(folder, name), text);
}
