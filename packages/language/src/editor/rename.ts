import { type AstNode, AstUtils, CstUtils, type LangiumDocument, type LeafCstNode } from "langium";
import type { LangiumServices, RenameProvider } from "langium/lsp";
import {
  LSPErrorCodes,
  type Range,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import { axisOfKey } from "../names/keys.js";
import { standardPath } from "../workspace/library-files.js";
import { keyAt } from "./references.js";
import { clashWith } from "./rename/clash.js";
import { staysReadable } from "./rename/stays-readable.js";
import { unitsNamed } from "./rename/units.js";
import { whyNoName } from "./rename/valid-name.js";

/** Gives a thing another name wherever it is named. What cannot be renamed, and a name that cannot be given, is refused with its reason. */
export class ConcordatRenameProvider implements RenameProvider {
  constructor(private readonly services: LangiumServices) {}

  prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range | undefined {
    const word = this.wordAt(document, document.textDocument.offsetAt(position));
    if (!word) return undefined;
    this.thingNamed(word);
    return word.range;
  }

  rename(document: LangiumDocument, { position, newName }: RenameParams): WorkspaceEdit | undefined {
    const word = this.wordAt(document, document.textDocument.offsetAt(position));
    if (!word) return undefined;
    const thing = this.thingNamed(word);
    const old = (thing as ast.Named).name;
    if (newName === old) return { changes: {} };
    refuseIf(whyNoName(newName, this.services));
    const uses = this.services.references.References.findReferences(thing, { includeDeclaration: true }).toArray();
    refuseIf(clashWith(newName, thing, uses, this.services));
    const units = unitsNamed(thing, newName);
    refuseIf(units.problem);
    const changes = byDocument([
      ...uses.map((use) => [use.sourceUri.toString(), { ...use.segment, text: newName }] as const),
      ...units.uses,
    ]);
    refuseIf(staysReadable(changes, newName, this.services));
    return {
      changes: Object.fromEntries(
        [...changes].map(([uri, places]) => [uri, places.map(({ range, text }) => ({ range, newText: text }))]),
      ),
    };
  }

  private wordAt({ parseResult }: LangiumDocument, offset: number): LeafCstNode | undefined {
    const root = parseResult.value.$cstNode;
    return root && CstUtils.findDeclarationNodeAtOffset(root, offset, this.services.parser.GrammarConfig.nameRegexp);
  }

  /** The thing that a word names; refused where that is none that has a name in the text. */
  private thingNamed(word: LeafCstNode): AstNode {
    const [thing] = this.services.references.References.findDeclarations(word);
    if (!thing) throw refusal(whyNothing(word));
    const { name } = thing as Partial<ast.Named>;
    if (name === undefined || name !== word.text)
      throw refusal(`"${word.text}" is a word of the language here, not a name.`);
    const library = standardPath(AstUtils.getDocument(thing).uri);
    if (library) throw refusal(`${name} comes with the language, in ${library}, and is named there.`);
    refuseIf(whyFromFile(thing, name));
    return thing;
  }
}

export interface Place {
  readonly offset: number;
  readonly end: number;
  readonly range: Range;
  /** What is written there. */
  readonly text: string;
}

const refusal = (reason: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, reason);

function refuseIf(reason: string | undefined): void {
  if (reason !== undefined) throw refusal(reason);
}

function whyNothing(word: LeafCstNode): string {
  const key = keyAt(word);
  const axis = key && axisOfKey(key);
  if ((ast.isParticipantSet(axis) || ast.isPlaces(axis)) && axis.path !== undefined)
    return `${word.text} is a row of ${axis.path}: give it another name there.`;
  return `"${word.text}" is not the name of anything that can be renamed.`;
}

/** What stands in a file of rows has the name that it has there. */
function whyFromFile(thing: AstNode, name: string): string | undefined {
  if ((ast.isParticipantSet(thing) || ast.isPlaces(thing)) && thing.path !== undefined)
    return `${name} is also the heading of a column of ${thing.path}, which says what each row is called: change the heading first, then this line.`;
  const field = AstUtils.getContainerOfType(thing, ast.isField);
  const holder = field?.$container;
  const file = ast.isParticipantSet(holder) || ast.isPlaces(holder) ? holder.path : undefined;
  if (!field || file === undefined) return undefined;
  return thing === field
    ? `${name} is a column of ${file}, which is read by its heading: change the heading first, then this line.`
    : `${name} is a value in the column ${field.name} of ${file}: change it there first, then in this line.`;
}

function byDocument(places: readonly (readonly [string, Place])[]): Map<string, Place[]> {
  const found = new Map<string, Map<number, Place>>();
  for (const [uri, place] of places) found.set(uri, (found.get(uri) ?? new Map()).set(place.offset, place));
  return new Map([...found].map(([uri, each]) => [uri, [...each.values()].sort((a, b) => a.offset - b.offset)]));
}
