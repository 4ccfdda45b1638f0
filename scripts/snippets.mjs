/**
 * Writes packages/vscode/snippets.json, the snippet that fills an empty file: `npm run snippets`, after a build. Everything
 * else that one may begin with is offered by completion, with the names of the contract at hand.
 */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { snippetOf } from "../packages/language/dist/editor/clauses/clause.js";
import { WHOLE_CONTRACT } from "../packages/language/dist/editor/clauses/contract.js";

const snippets = {
  "A whole contract": {
    prefix: "new contract",
    isFileTemplate: true,
    description: "A small contract that checks and pays: fill in its gaps one after another.",
    body: snippetOf(WHOLE_CONTRACT, () => [], "£").split("\n"),
  },
};
const file = path.resolve(import.meta.dirname, "../packages/vscode/snippets.json");
writeFileSync(file, `${JSON.stringify(snippets, undefined, 2)}\n`);
