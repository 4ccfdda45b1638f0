import { type AstNode, AstUtils, type ReferenceDescription, type Scope } from "langium";
import type { LangiumServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { namesAround } from "../../names/around.js";
import { categories } from "../../names/declared.js";
import { KINDS } from "../../parser/linking.js";

/** Why a thing cannot have a name that something else has; undefined where nothing else would be meant by it. */
export function clashWith(
  newName: string,
  thing: AstNode,
  uses: readonly ReferenceDescription[],
  services: LangiumServices,
): string | undefined {
  const other = sameNamed(newName, thing, services) ?? meantInstead(newName, thing, uses, services);
  if (!other) return undefined;
  const kind = KINDS[other.$type] ?? "thing";
  const line = (other.$cstNode?.range.start.line ?? 0) + 1;
  const { uri } = AstUtils.getDocument(other);
  const where = uri.toString() === AstUtils.getDocument(thing).uri.toString() ? `on line ${line}` : `in another file`;
  return `A ${kind} is called ${newName} already, ${where}. Choose another name.`;
}

/** What is declared beside it under that name. */
function sameNamed(newName: string, thing: AstNode, { shared }: LangiumServices): AstNode | undefined {
  const beside = besideIt(thing).find((other) => other !== thing && (other as Partial<ast.Named>).name === newName);
  if (beside) return beside;
  const names = namesAround(thing, shared);
  const declared = names?.things.get((thing as ast.Named).name)?.includes(thing as never);
  return declared && !ast.isCategoryValue(thing)
    ? names?.things.get(newName)?.find((other) => !ast.isCategoryValue(other))
    : undefined;
}

function besideIt(thing: AstNode): readonly AstNode[] {
  if (ast.isCategoryValue(thing)) {
    const field = AstUtils.getContainerOfType(thing, ast.isField);
    return field ? [...categories(field), ...besideIt(field)] : [];
  }
  if (ast.isField(thing)) return thing.$container.fields;
  // The same step may have one name below a limit and above it: only one of the two is ever carried out.
  if (ast.isThenLine(thing)) return AstUtils.streamContents(thing.$container).filter(ast.isThenLine).toArray();
  if (ast.isParameter(thing)) return thing.$container.parameters;
  if (ast.isIntake(thing)) return thing.$container.intakes;
  if (ast.isPlace(thing)) return thing.$container.lines;
  if (ast.isConcordatFile(thing.$container)) return AstUtils.streamContents(thing.$container).toArray();
  return [];
}

/** What would be meant where it is named now; or what is named so elsewhere, where it would be meant instead. */
function meantInstead(
  newName: string,
  thing: AstNode,
  uses: readonly ReferenceDescription[],
  { references: { ScopeProvider }, shared }: LangiumServices,
): AstNode | undefined {
  const old = (thing as ast.Named).name;
  const uris = new Set(uses.map(({ sourceUri }) => sourceUri.toString()));
  for (const { uri, parseResult } of shared.workspace.LangiumDocuments.all) {
    if (!uris.has(uri.toString())) continue;
    for (const info of AstUtils.streamAst(parseResult.value).flatMap(AstUtils.streamReferences)) {
      const { $refText: text } = info.reference;
      const target = "ref" in info.reference ? info.reference.ref : undefined;
      if (!target || (text !== newName && (text !== old || target !== thing))) continue;
      const afterwards = meantBy(newName, thing, ScopeProvider.getScope(info));
      if (afterwards !== undefined && afterwards !== target) return text === old ? afterwards : target;
    }
  }
  return undefined;
}

/** What a name would mean in a place if a thing had it: of several, the last. Undefined where it would be nothing's. */
const meantBy = (name: string, thing: AstNode, scope: Scope): AstNode | undefined =>
  scope
    .getAllElements()
    .toArray()
    .findLast((each) => each.name === name || each.node === thing)?.node;
