import type { AstNode } from "langium";
import { AstUtils } from "langium";
import * as ast from "../../generated/ast.js";
import { namedLines } from "../../names/lines.js";
import { contractAround } from "../calendar.js";
import { axisOfDeclared, keysOf } from "../rows.js";
import type { Offer, Place } from "./place.js";

const CURRENCIES: readonly Offer[] = [
  { label: "GBP", detail: "pounds sterling" },
  { label: "EUR", detail: "euros" },
  { label: "USD", detail: "US dollars" },
];

/** Names that are no references: keys of rows, roles, steps, currencies. */
export function keysAt(place: Place): Offer[] {
  switch (place.rule) {
    case ast.CurrencyLine.$type:
      return [...CURRENCIES];
    case ast.PartyClaim.$type:
      return whoMayBeMeant(place);
    case ast.RemoveLine.$type:
      return (contractAround(place.node)?.items ?? [])
        .filter(ast.isPayment)
        .flatMap((payment) =>
          namedLines(payment).map(({ name }) => ({ label: name!, detail: `step of ${payment.name}` })),
        );
    case ast.Given.$type:
    case ast.ExpectLine.$type:
    case ast.ForLine.$type:
      return place.property === "row" ? rowsOf(place) : [];
    case ast.KeyedValue.$type:
    case ast.TableRow.$type:
    case ast.PlacePart.$type:
      return keysLeft(place);
    default:
      return [];
  }
}

/** The rows of what is named before `of`. */
function rowsOf({ before, node, shared }: Place): Offer[] {
  const name = /([A-Za-z][\w-]*)\s+of\s+$/.exec(before)?.[1];
  const things = contractAround(node)?.items.flatMap(withParts) ?? [];
  const axis = axisOfDeclared(things.find((thing) => (thing as Partial<ast.Named>).name === name));
  return keysOf(axis, shared).map((label) => ({ label, detail: (axis as ast.Named).name }));
}

const withParts = (item: ast.ContractItem): AstNode[] => (ast.isFigureGroup(item) ? [item, ...item.figures] : [item]);

/** Keys that the list in hand has no entry for yet. */
function keysLeft({ rule, node, shared, context }: Place): Offer[] {
  const holder = AstUtils.getContainerOfType(
    node,
    (at): at is ast.Table | ast.Define | ast.Places => ast.isTable(at) || ast.isDefine(at) || ast.isPlaces(at),
  );
  if (!holder) return [];
  const axis = ast.isTable(holder)
    ? holder.key?.ref
    : ast.isDefine(holder)
      ? holder.forEach?.axis?.ref
      : holder.below?.ref;
  const taken = new Set(
    AstUtils.streamAllContents(holder)
      .filter((at): at is ast.KeyedValue | ast.TableRow | ast.PlacePart => at.$type === rule)
      .filter(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset !== context.tokenOffset)
      .map(({ key }) => key),
  );
  return keysOf(axis, shared)
    .filter((key) => !taken.has(key))
    .map((label) => ({ label, detail: (axis as ast.Named).name }));
}

/** `for each |, what it pays`: a role that somebody has, a group, or a list of participants. */
function whoMayBeMeant({ node }: Place): Offer[] {
  const items = contractAround(node)?.items ?? [];
  const roles = new Set(
    items.filter((item) => ast.isParty(item) || ast.isParticipantSet(item)).map(({ role }) => role),
  );
  const named = items.filter((item) => ast.isGroup(item) || ast.isParticipantSet(item));
  return [
    ...[...roles].map((label) => ({ label, detail: "all who have the role" })),
    ...named.map(({ name, title }) => ({ label: name, ...(title ? { detail: title } : {}) })),
  ];
}
