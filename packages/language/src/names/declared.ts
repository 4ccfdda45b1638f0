import { type AstNode, AstUtils } from "langium";
import * as ast from "../generated/ast.js";

/** What one contract declares, by name. Built once for each parse: a contract is read anew on every keystroke, its names never twice. */
export interface DeclaredNames {
  /** Things that may be named anywhere in the contract. */
  readonly things: ReadonlyMap<string, readonly NamedThing[]>;
  readonly all: readonly NamedThing[];
}

export type NamedThing =
  | ast.Party
  | ast.Group
  | ast.ParticipantSet
  | ast.Places
  | ast.Cohort
  | ast.Figure
  | ast.FigureGroup
  | ast.GroupFigure
  | ast.Records
  | ast.Metric
  | ast.Define
  | ast.Table
  | ast.ShapeTemplate
  | ast.TableColumn
  | ast.Payment
  | ast.Balance
  | ast.CardLine
  | ast.Example
  | ast.Always
  | ast.PaymentsLimit
  | ast.Clause
  | ast.Governance
  | ast.Field
  | ast.CategoryValue;

/** What declares names of its own. */
export type Holder = ast.Contract | ast.Library;

const cache = new WeakMap<Holder, DeclaredNames>();

export function declaredIn(holder: Holder): DeclaredNames {
  const known = cache.get(holder);
  if (known) return known;
  const names = namesAmong(holder.items);
  cache.set(holder, names);
  return names;
}

/** The names that some declarations bring. */
export function namesAmong(items: readonly (ast.ContractItem | ast.LibraryItem)[]): DeclaredNames {
  const all = items.flatMap(namesOf).filter((thing) => thing.name);
  const things = new Map<string, NamedThing[]>();
  for (const thing of all) {
    const same = things.get(thing.name);
    if (same) same.push(thing);
    else things.set(thing.name, [thing]);
  }
  return { things, all };
}

function namesOf(item: ast.ContractItem | ast.LibraryItem): NamedThing[] {
  if (ast.isFigureGroup(item)) return [item, ...item.figures];
  if (ast.isPayment(item)) return [item, ...item.lines.flatMap(cardLines)];
  if (ast.isTable(item)) return [item, ...(item.header?.columns ?? [])];
  if (ast.isParticipantSet(item) || ast.isPlaces(item))
    return [item, ...item.fields, ...item.fields.flatMap(categories)];
  if (
    ast.isParty(item) ||
    ast.isGroup(item) ||
    ast.isCohort(item) ||
    ast.isFigure(item) ||
    ast.isRecords(item) ||
    ast.isMetric(item) ||
    ast.isDefine(item) ||
    ast.isShapeTemplate(item) ||
    ast.isBalance(item) ||
    ast.isExample(item) ||
    ast.isAlways(item) ||
    ast.isPaymentsLimit(item) ||
    ast.isClause(item) ||
    ast.isGovernance(item)
  ) {
    return [item];
  }
  return [];
}

const cardLines = (line: ast.PaymentLine): ast.CardLine[] =>
  ast.isRateCard(line) ? line.rules.filter(ast.isCardLine) : [];

export const categories = (field: ast.Field): ast.CategoryValue[] =>
  ast.isCategoryType(field.type) ? field.type.values : [];

export const contractOf = (node: AstNode): ast.Contract | undefined =>
  AstUtils.getContainerOfType(node, ast.isContract);

export function holderOf(node: AstNode): Holder | undefined {
  return AstUtils.getContainerOfType(node, (at): at is Holder => ast.isContract(at) || ast.isLibrary(at));
}
