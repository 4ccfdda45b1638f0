import { AstUtils } from "langium";
import * as ast from "../generated/ast.js";
import { contractOf } from "./declared.js";
import { namedLines } from "./lines.js";

/** A name that is written as a key: of a row, of a member, of a step. It is no reference, and yet it names a thing. */
export type KeyUse =
  | ast.TableHeader
  | ast.TableRow
  | ast.Given
  | ast.ExpectLine
  | ast.KeyedValue
  | ast.PlacePart
  | ast.ForLine
  | ast.PartyClaim
  | ast.RemoveLine;

const cache = new WeakMap<ast.ConcordatFile, readonly KeyUse[]>();

/** Every key of a file, found once for each parse. */
export function keysIn(file: ast.ConcordatFile): readonly KeyUse[] {
  const known = cache.get(file);
  if (known) return known;
  const keys = AstUtils.streamAllContents(file)
    .filter((node): node is KeyUse => keyProperty(node) !== undefined)
    .toArray();
  cache.set(file, keys);
  return keys;
}

/** The part of a node that is a key. */
export function keyProperty(node: object): string | undefined {
  if (ast.isTableHeader(node)) return "keyName";
  if (ast.isTableRow(node) || ast.isKeyedValue(node) || ast.isPlacePart(node)) return "key";
  if (ast.isGiven(node) || ast.isExpectLine(node) || ast.isForLine(node))
    return node.row === undefined ? undefined : "row";
  if (ast.isPartyClaim(node)) return "who";
  return ast.isRemoveLine(node) && node.step !== undefined ? "step" : undefined;
}

export const keyOf = (use: KeyUse): string => (use as unknown as Record<string, string>)[keyProperty(use)!]!;

/** What a key names: a party of a group, a value of a field, an intake, a place, a step. Undefined of a row of a file. */
export function keyTarget(use: KeyUse): ast.Named | undefined {
  const key = keyOf(use);
  if (ast.isTableHeader(use)) {
    const axis = use.$container.key?.ref;
    return axis?.name === key ? axis : undefined;
  }
  if (ast.isPartyClaim(use))
    return contractOf(use)?.items.find(
      (item): item is ast.Group | ast.ParticipantSet =>
        (ast.isGroup(item) || ast.isParticipantSet(item)) && item.name === key,
    );
  if (ast.isRemoveLine(use)) {
    const payment = use.payment?.ref;
    const step = ast.isPayment(payment) ? namedLines(payment).find(({ name }) => name === key) : undefined;
    return step as ast.Named | undefined;
  }
  const axis = axisOfKey(use);
  return axis && memberOf(axis, key);
}

/** Of what there is a row for each, where a key says which. */
export function axisOfKey(use: KeyUse): ast.Named | undefined {
  if (ast.isTableRow(use)) return use.$container.key?.ref;
  if (ast.isGiven(use)) return axisOf(use.target?.ref);
  if (ast.isExpectLine(use)) return axisOf(use.subject?.ref);
  if (ast.isForLine(use)) return axisOf(use.payment?.ref);
  if (ast.isKeyedValue(use)) return axisOf(AstUtils.getContainerOfType(use, ast.isDefine));
  return ast.isPlacePart(use) ? AstUtils.getContainerOfType(use, ast.isPlaces)?.below?.ref : undefined;
}

function axisOf(thing: ast.Named | undefined): ast.Named | undefined {
  if (ast.isGroupFigure(thing)) return thing.$container.forEach?.axis?.ref;
  if (ast.isTableColumn(thing)) return thing.$container.$container.key?.ref;
  if (ast.isFigure(thing) || ast.isMetric(thing) || ast.isDefine(thing) || ast.isPayment(thing) || ast.isBalance(thing))
    return thing.forEach?.axis?.ref;
  return thing;
}

function memberOf(axis: ast.Named, key: string): ast.Named | undefined {
  if (ast.isGroup(axis)) return axis.members.find(({ party }) => party?.$refText === key)?.party?.ref;
  if (ast.isCohort(axis)) return axis.intakes.find(({ name }) => name === key);
  if (ast.isPlaces(axis)) return axis.lines.filter(ast.isPlace).find(({ name }) => name === key);
  if (ast.isField(axis) && ast.isCategoryType(axis.type)) return axis.type.values.find(({ name }) => name === key);
  return undefined;
}
