import { AstUtils, type LangiumDocument, type References } from "langium";
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  type TextEdit,
} from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import type { FindingData } from "../parser/validator.js";

/** Whether an editor asks for a kind of action, by name or with all others. */
const isAsked = (kind: string, { only }: CodeActionContext): boolean =>
  only === undefined || only.some((asked) => kind === asked || kind.startsWith(`${asked}.`));

interface Source {
  readonly title: string;
  readonly kind: string;
  readonly edits: (document: LangiumDocument, references: References) => TextEdit[];
}

const SOURCES: readonly Source[] = [
  {
    title: "Mend all that can be read in one way only",
    kind: `${CodeActionKind.SourceFixAll}.concordat`,
    edits: (document) => safeFixes(document),
  },
  {
    title: "Put imports in order, and leave out those that are not used",
    kind: `${CodeActionKind.SourceOrganizeImports}.concordat`,
    edits: (document, references) => importsInOrder(document, references),
  },
  {
    title: "Put parties in the order of their roles",
    kind: `${CodeActionKind.Source}.sortParties.concordat`,
    edits: (document) => partiesInOrder(document),
  },
];

/** What can be done with a whole file. Only what would change something is offered. */
export function sourceActions(
  document: LangiumDocument,
  context: CodeActionContext,
  references: References,
): CodeAction[] {
  return SOURCES.filter(({ kind }) => isAsked(kind, context)).flatMap(({ title, kind, edits }) => {
    const changes = edits(document, references);
    return changes.length > 0 ? [{ title, kind, edit: { changes: { [document.textDocument.uri]: changes } } }] : [];
  });
}

/** Ways of writing that are read as what they mean already: to write it out changes nothing else. */
const SAFE: ReadonlySet<string> = new Set([
  "typographic-quotes",
  "money-suffix",
  "number-form",
  "date-form",
  "sign-for-word",
  "hyphen",
  "accepts-nothing",
]);

function safeFixes({ diagnostics = [], textDocument }: LangiumDocument): TextEdit[] {
  const edits = diagnostics
    .filter(({ code }) => SAFE.has(String(code)))
    .flatMap(({ data }) => (data as Partial<FindingData> | undefined)?.fix?.edits ?? [])
    .sort((a, b) => a.offset - b.offset);
  let end = -1;
  return edits.flatMap(({ offset, length, text }) => {
    if (offset < end) return [];
    end = offset + length;
    return [{ range: { start: textDocument.positionAt(offset), end: textDocument.positionAt(end) }, newText: text }];
  });
}

function importsInOrder({ parseResult, textDocument }: LangiumDocument, references: References): TextEdit[] {
  const root = parseResult.value;
  if (!ast.isConcordatFile(root) || parseResult.parserErrors.length > 0) return [];
  const used = root.imports.filter((line) => references.findReferences(line, {}).head() !== undefined);
  const wanted = used
    .sort((a, b) => order(a.path, b.path) || order(a.name, b.name))
    .map(({ $cstNode }) => $cstNode!.text);
  return exchanged(
    root.imports.map(({ $cstNode }) => $cstNode!.range),
    wanted,
    textDocument,
  );
}

/** The libraries that come with the language first. */
const order = (a: string, b: string): number =>
  Number(b.startsWith("std/")) - Number(a.startsWith("std/")) || (a < b ? -1 : a > b ? 1 : 0);

const ROLES = ["commissioner", "provider", "investor", "intermediary", "evaluator"];

/**
 * Parties of one role keep their order: where a penny is left over, it says whose it is.
 */
function partiesInOrder({ parseResult, textDocument }: LangiumDocument): TextEdit[] {
  if (parseResult.parserErrors.length > 0) return [];
  return AstUtils.streamContents(parseResult.value)
    .filter(ast.isContract)
    .toArray()
    .flatMap(({ items }) => {
      const parties = items.filter(ast.isParty);
      const wanted = [...parties].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));
      return exchanged(
        parties.map(({ $cstNode }) => $cstNode!.range),
        wanted.map(({ $cstNode }) => $cstNode!.text),
        textDocument,
      );
    });
}

/** Writes texts in the places of others, and takes out the lines that are left over. Nothing where a remark stands between them. */
function exchanged(
  places: readonly Range[],
  texts: readonly string[],
  text: LangiumDocument["textDocument"],
): TextEdit[] {
  if (places.every((range, at) => text.getText(range) === texts[at])) return [];
  const between = places.slice(1).map(({ start }, at) => text.getText({ start: places[at]!.end, end: start }));
  if (between.some((gap) => gap.trim() !== "")) return [];
  return places.flatMap((range, at): TextEdit[] => {
    const written = texts[at];
    if (written === undefined) {
      const start = at === 0 ? range.start : places[at - 1]!.end;
      return [{ range: { start, end: range.end }, newText: "" }];
    }
    return text.getText(range) === written ? [] : [{ range, newText: written }];
  });
}
