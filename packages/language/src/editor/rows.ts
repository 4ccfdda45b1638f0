import { parse } from "csv-parse/browser/esm/sync";
import { type AstNode, AstUtils, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { categories } from "../names/declared.js";
import { isInside } from "../workspace/inside.js";

/** More would be no list to choose from. */
const MOST = 500;

/** The keys of what there may be one of something for each of: parties of a group, participants, places, intakes, categories. */
export function keysOf(axis: AstNode | undefined, shared: LangiumSharedServices): string[] {
  if (ast.isGroup(axis)) return axis.members.map(({ party }) => party?.$refText ?? "").filter(Boolean);
  if (ast.isCohort(axis)) return axis.intakes.map(({ name }) => name).filter(Boolean);
  if (ast.isField(axis)) return categories(axis).map(({ name }) => name);
  if (ast.isPlaces(axis) && axis.path === undefined)
    return axis.lines
      .filter(ast.isPlace)
      .map(({ name }) => name)
      .filter(Boolean);
  return ast.isParticipantSet(axis) || ast.isPlaces(axis) ? keysInFile(axis, shared) : [];
}

/** What a declaration has one of for each of; undefined where there is one of it for all. */
export function axisOfDeclared(thing: AstNode | undefined): AstNode | undefined {
  if (ast.isParticipantSet(thing)) return thing;
  if (ast.isGroupFigure(thing)) return axisOfDeclared(thing.$container);
  const { forEach } = (thing ?? {}) as { forEach?: ast.ForEach };
  return forEach?.axis?.ref;
}

const read = new WeakMap<AstNode, { readonly text: string; readonly keys: string[] }>();

/** The keys that the file of a list holds, read again where the file has changed. */
function keysInFile(set: ast.ParticipantSet | ast.Places, shared: LangiumSharedServices): string[] {
  const text = textBeside(set, set.path, shared);
  if (text === undefined) return [];
  const known = read.get(set);
  if (known?.text === text) return known.keys;
  const keys = columnOf(text, set.name);
  read.set(set, { text, keys });
  return keys;
}

function columnOf(text: string, name: string): string[] {
  try {
    const [header = [], ...rows] = parse(text, { bom: true, skip_empty_lines: true, to: MOST + 1 }) as string[][];
    const key = header.indexOf(name) >= 0 ? header.indexOf(name) : header.indexOf("key");
    return key < 0 ? [] : [...new Set(rows.map((row) => row[key]?.trim() ?? "").filter(Boolean))];
  } catch {
    return [];
  }
}

function textBeside(node: AstNode, path: string | undefined, shared: LangiumSharedServices): string | undefined {
  if (!path || !isInside(path)) return undefined;
  try {
    const home = UriUtils.dirname(AstUtils.getDocument(node).uri);
    return shared.workspace.FileSystemProvider.readFileSync(UriUtils.resolvePath(home, path));
  } catch {
    return undefined;
  }
}
