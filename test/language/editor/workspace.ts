import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import "../../../packages/language/src/polyfill.js";
import type { AstNode, LangiumDocument } from "langium";
import { URI } from "langium";
import { NodeFileSystem } from "langium/node";
import type { WorkspaceEdit } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createConcordatServices } from "../../../packages/language/src/module.js";

const root = path.resolve(import.meta.dirname, "../../..");
export const workspaceServices = createConcordatServices(NodeFileSystem);
const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = workspaceServices.shared.workspace;

/** Texts of files by their place in the project. */
export type Texts = ReadonlyMap<string, string>;

/** Every folder under `examples/` with the contracts, libraries and deeds in it. */
export const exampleFolders = (): { name: string; texts: Texts }[] =>
  readdirSync(path.join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, texts: textsIn(`examples/${name}`) }));

function textsIn(folder: string): Texts {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".concordat")).sort();
  return new Map(files.map((name) => [`${folder}/${name}`, readFileSync(path.join(root, folder, name), "utf8")]));
}

const uriOf = (file: string): URI => URI.file(path.join(root, file));

/** Opens files as an editor does, in place of all that were open, and checks them. */
export async function opened(texts: Texts): Promise<Map<string, LangiumDocument>> {
  await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  const documents = new Map<string, LangiumDocument>();
  for (const [file, text] of texts) {
    const document = LangiumDocumentFactory.fromString<AstNode>(text, uriOf(file));
    LangiumDocuments.addDocument(document);
    documents.set(file, document);
  }
  await DocumentBuilder.build([...documents.values()], { validation: true });
  return documents;
}

/** The texts after an edit of the workspace. */
export function edited(texts: Texts, edit: WorkspaceEdit): Texts {
  return new Map(
    [...texts].map(([file, text]) => {
      const edits = edit.changes?.[uriOf(file).toString()] ?? [];
      return [file, TextDocument.applyEdits(TextDocument.create("memory:///a", "concordat", 0, text), edits)];
    }),
  );
}
