import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import "../../../packages/language/src/polyfill.js";
import { type AstNode, AstUtils, EmptyFileSystem, type LangiumDocument, URI } from "langium";
import { createConcordatServices } from "../../../packages/language/src/module.js";
import { type SyntaxFinding, SyntaxFindings } from "../../../packages/language/src/parser/findings.js";
import { unknownNames } from "../../../packages/language/src/parser/unknown-names.js";

export const services = createConcordatServices(EmptyFileSystem);
const { parser, Grammar } = services.Concordat;
const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;

const words = Object.keys(parser.Lexer.definition).filter((name) => /^[a-z]/.test(name));
const syntax = new SyntaxFindings(Grammar, words);

let files = 0;
const fresh = (): URI => URI.parse(`file:///contract-${files++}.concordat`);

/** Reads a text as far as its form goes: names are not looked up. */
export const read = (text: string): LangiumDocument => LangiumDocumentFactory.fromString(text, fresh());

/** What is said of the form of a text. */
export const findingsOf = (document: LangiumDocument): SyntaxFinding[] => syntax.of(document);
export const syntaxFindings = (text: string): SyntaxFinding[] => findingsOf(read(text));
export const messages = (text: string): string[] => syntaxFindings(text).map(({ message }) => message);

/** Reads a text with its names, as an editor does. */
export async function open(text: string, validation = false): Promise<LangiumDocument> {
  const document = read(text);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation });
  return document;
}

/** What is said of the names of a text. */
export async function nameMessages(text: string): Promise<string[]> {
  const document = await open(text);
  const said = unknownNames(document, services.shared).map(({ error }) => error.message);
  await DocumentBuilder.update([], [document.uri]);
  return said;
}

export interface Word {
  readonly offset: number;
  readonly end: number;
  readonly written: string;
  readonly line: number;
  /** Its kind and those of its neighbours: words in like surroundings are read alike. */
  readonly surroundings: string;
}

/** The text of each token as it stands, and where. */
export const tokensOf = (text: string): Word[] =>
  parser.Lexer.tokenize(text).tokens.map(({ startOffset: offset, endOffset, startLine }, at, tokens) => ({
    offset,
    end: endOffset! + 1,
    written: text.slice(offset, endOffset! + 1),
    line: startLine!,
    surroundings: [-2, -1, 0, 1, 2]
      .map((step) => tokens[at + step])
      .map((token) => token && `${token.tokenType.name}${token.startLine === startLine ? "" : "⏎"}`)
      .join(" "),
  }));

/** The tree without its places: kinds, values and names referred to. */
export function shape(node: AstNode): unknown {
  return AstUtils.streamAst(node)
    .map((each) => {
      const own = Object.entries(each).filter(([key, value]) => !key.startsWith("$") && typeof value !== "object");
      const names = AstUtils.streamReferences(each).map(({ reference }) => reference.$refText);
      return [each.$type, Object.fromEntries(own), names.toArray()];
    })
    .toArray();
}

const here = import.meta.dirname;
const root = path.resolve(here, "../../..");

/** Every contract that the project shows, by its place in the project. */
export const contracts: readonly { name: string; text: string }[] = [
  path.join(root, "examples"),
  path.join(here, "samples"),
]
  .flatMap((folder) => (readdirSync(folder, { recursive: true }) as string[]).map((name) => path.join(folder, name)))
  .filter((file) => file.endsWith(".concordat"))
  .sort()
  .map((file) => ({ name: path.relative(root, file).replaceAll("\\", "/"), text: readFileSync(file, "utf8") }));

export const sample = contracts.find(({ name }) => name.endsWith("whole-language.concordat"))!.text;
