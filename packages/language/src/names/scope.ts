import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  DefaultScopeProvider,
  type ReferenceInfo,
  type Scope,
  stream,
} from "langium";
import type { LangiumServices, LangiumSharedServices } from "langium/lsp";
import * as ast from "../generated/ast.js";
import { contractsAround } from "../variations/deeds.js";
import { libraryFiles } from "../workspace/library-files.js";
import { namesAround } from "./around.js";
import { categories, type DeclaredNames, declaredIn } from "./declared.js";
import { libraryBefore } from "./from-library.js";
import { namedLines } from "./lines.js";
import { linesOf } from "./metric-lines.js";
import { parametersAround, parametersOf } from "./parameters.js";
import { fieldsOf } from "./records.js";

/** Which names a reference may mean, by where it stands. Every list is narrow, so that completion and "did you mean" are. */
export class ConcordatScopeProvider extends DefaultScopeProvider {
  private readonly shared: LangiumSharedServices;

  constructor(services: LangiumServices) {
    super(services);
    this.shared = services.shared;
  }

  override getScope(info: ReferenceInfo): Scope {
    const described = ([name, node]: [string, AstNode]): AstNodeDescription => this.describe(name, node);
    const among = (name: string): [string, AstNode][] =>
      this.candidates(info, name).filter(([candidate]) => candidate === name);
    return {
      getElement: (name) => among(name).slice(-1).map(described)[0],
      getElements: (name) => stream(among(name).map(described)),
      getAllElements: () => stream(this.candidates(info).map(described)),
    };
  }

  /** `nhs-outcomes.falls`: the names of the library that is meant. Only a library's own declarations can be named so. */
  private fromLibrary(container: AstNode): DeclaredNames | undefined {
    const line = libraryBefore(container)?.ref;
    if (!ast.isImport(line)) return undefined;
    const library = libraryFiles(this.shared).library(line);
    return library ? declaredIn(library) : { things: new Map(), all: [] };
  }

  private describe(name: string, node: AstNode): AstNodeDescription {
    return this.descriptions.createDescription(node, name);
  }

  /** What may be meant; of one name, where it is given: a reference is looked up among its like, not among everything. */
  private candidates({ container, property }: ReferenceInfo, name?: string): [string, AstNode][] {
    if (property === "library") return named(importsAround(container));
    if (property === "contract") return named(contractsAround(container, this.shared));
    const around = namesAround(container, this.shared);
    if (!around) return [];
    const names = this.fromLibrary(container) ?? around;
    const all = name === undefined ? names.all : (names.things.get(name) ?? []);
    const those = (...tests: ((node: AstNode) => boolean)[]): [string, AstNode][] =>
      all.filter((thing) => tests.some((test) => test(thing))).map((thing) => [thing.name, thing]);

    // Most names are of these two kinds, and a file has thousands: they are asked first.
    if (ast.isNameRef(container) && container.library) return those(...VALUES);
    if (ast.isNameRef(container)) return this.inExpression(container, those(...VALUES, ast.isCategoryValue), name);
    if (ast.isReference(container)) return all.map((thing) => [thing.name, thing]);
    if (ast.isRecords(container) || ast.isParticipantSet(container)) return named(container.fields);
    if (ast.isCohort(container)) return named(fieldsOf(recordsOf(container.of)));
    if (ast.isDaysBetween(container)) return named(fieldsOf(recordsOf(container.$container.of)));
    if (ast.isFollowed(container) || ast.isReachedWithin(container)) return named(fieldsOf(recordsInHand(container)));
    if (ast.isFollowers(container))
      return property === "records" ? those(ast.isRecords) : named(fieldsOf(recordsOf(container)));
    if (ast.isTally(container) || ast.isSumLine(container)) return named(fieldsOf(recordsOf(container.of)));
    if (ast.isRecordSet(container) || ast.isNeedsLine(container)) return those(ast.isRecords);
    if (ast.isRateCard(container)) return those(ast.isRecords);
    if (ast.isCardEvent(container) || ast.isCardLimit(container)) return happenings(container);
    if (ast.isMemberType(container)) return those(ast.isParticipantSet, ast.isPlaces, ast.isGroup);
    if (ast.isPlaces(container)) return those(ast.isPlaces);
    if (ast.isPlaceRule(container)) return those(ast.isPlaces, isFieldOfPlaces);
    if (ast.isSharing(container)) return those(ast.isParticipantSet);
    if (ast.isMovement(container)) return those(ast.isMetric);
    if (ast.isForEach(container)) return [...those(isSet, ast.isGroup), ...categoriesCounted(names)];
    if (ast.isThat(container)) return those(isSet);
    if (ast.isCountAcross(container) || ast.isCombined(container))
      return [...those(isSet), ...categoriesCounted(names)];
    if (ast.isTable(container)) return [...those(isSet, isCategoryField, ast.isGroup), ...categoriesCounted(names)];
    if (ast.isStandardisedLine(container))
      return property === "axis"
        ? named(recordsOf(container.tally?.of)?.fields.filter(isCategoryField) ?? [])
        : those(ast.isTable, ast.isTableColumn);
    if (ast.isDifferenceLine(container)) return those(ast.isMetric);
    if (ast.isMember(container)) {
      return ast.isGroup(container.$container) ? those(ast.isParty) : those(ast.isParty, ast.isGroup);
    }
    if (ast.isFoundBy(container) || ast.isMissingPolicy(container))
      return those(ast.isParty, ast.isGovernance, ast.isClause);
    if (
      ast.isSeat(container) ||
      ast.isOwnerLine(container) ||
      ast.isDivisionLine(container) ||
      ast.isEachLimitLine(container)
    )
      return those(ast.isParty);
    if (ast.isUplift(container)) return those(ast.isFigure, ast.isGroupFigure);
    if (ast.isGiven(container)) {
      return those(ast.isFigure, ast.isGroupFigure, ast.isMetric, ast.isBalance, ast.isCardLine);
    }
    if (ast.isExpectLine(container)) {
      if (property === "payment") return those(ast.isPayment);
      return those(
        ast.isPayment,
        ast.isParty,
        ast.isParticipantSet,
        ast.isMetric,
        ast.isDefine,
        ast.isFigure,
        ast.isGroupFigure,
        ast.isBalance,
      );
    }
    if (ast.isPartyClaim(container) || ast.isCliffClaim(container) || ast.isPaymentClaim(container))
      return property === "metric" ? those(ast.isMetric) : those(ast.isPayment);
    if (ast.isPaysLine(container)) return those(ast.isFigure, ast.isGroupFigure);
    if (ast.isRemoveLine(container)) return those(...removable(container, property));
    if (ast.isForLine(container) || ast.isPaymentsLimit(container)) return those(ast.isPayment);
    if (ast.isDecidedLine(container)) return those(ast.isParty, ast.isClause, ast.isGovernance);
    if (ast.isIts(container)) return those(...VALUES);
    if (ast.isMetricBase(container)) return those(ast.isMetric);
    if (ast.isShapeUse(container)) return those(ast.isShapeTemplate);
    if (ast.isArgument(container)) return named(parametersOf(container.$container));
    return all.map((thing) => [thing.name, thing]);
  }

  private inExpression(reference: ast.NameRef, values: [string, AstNode][], name?: string): [string, AstNode][] {
    const records = recordsInHand(reference);
    if (records) return [...named(fieldsOf(records)), ...named(fieldsOf(records).flatMap(categories))];
    const anchors = name === undefined || ANCHORS.has(name) ? anchorsOf(reference) : [];
    return [...named(parametersAround(reference)), ...stepsOf(reference), ...anchors, ...values];
  }
}

/** The named lines of a payment, before `of` and its name: `recovery of savings`, `pool of outcomes`. */
function stepsOf(reference: ast.NameRef): [string, AstNode][] {
  const of = reference.$container;
  if (!ast.isOf(of) || of.left !== reference || !ast.isNameRef(of.right)) return [];
  const payment = of.right.target?.ref;
  if (!ast.isPayment(payment)) return [];
  const pool = payment.lines.find(ast.isPoolLine);
  const named = namedLines(payment).map((line): [string, AstNode] => [line.name!, line]);
  return [...named, ...(pool ? [["pool", pool] satisfies [string, AstNode]] : [])];
}

const VALUES = [
  ast.isFigure,
  ast.isGroupFigure,
  ast.isMetric,
  ast.isDefine,
  ast.isTableColumn,
  ast.isPayment,
  ast.isBalance,
  ast.isField,
] as const;

/** What is not named yet, in a text that is being written, cannot be meant. */
const named = (things: readonly (AstNode & { name?: string })[]): [string, AstNode][] =>
  things.flatMap((thing): [string, AstNode][] => (thing.name === undefined ? [] : [[thing.name, thing]]));

/** Of what there may be one for each: participants, the places of a level, cohorts, the values of a field of records. */
export const isAxis = (node: unknown): node is ast.ParticipantSet | ast.Places | ast.Cohort | ast.Field =>
  isSet(node) || (ast.isField(node) && ast.isRecords(node.$container) && isCategoryField(node));
/** Those of them that are declared by themselves. */
export const isSet = (node: unknown): node is ast.ParticipantSet | ast.Places | ast.Cohort =>
  ast.isParticipantSet(node) || ast.isPlaces(node) || ast.isCohort(node);
/** The fields of records that hold one of several values: there may be one of something for each of these. */
const categoriesCounted = ({ all }: DeclaredNames): [string, AstNode][] =>
  named(all.filter(ast.isRecords).flatMap(({ fields }) => fields.filter(isCategoryField)));
const isFieldOfPlaces = (node: AstNode): boolean => ast.isField(node) && ast.isPlaces(node.$container);

const importsAround = (node: AstNode): ast.Import[] => {
  const root = AstUtils.findRootNode(node);
  return ast.isConcordatFile(root) ? root.imports : [];
};

/** What the word after `remove` says is meant. */
function removable({ kind }: ast.RemoveLine, property: string): ((node: AstNode) => boolean)[] {
  if (property === "payment") return [ast.isPayment];
  if (property === "on") return [...VALUES];
  const types: Record<string, (node: AstNode) => boolean> = {
    metric: ast.isMetric,
    payment: ast.isPayment,
    balance: ast.isBalance,
    limit: ast.isPaymentsLimit,
    always: ast.isAlways,
    cohort: ast.isCohort,
    places: ast.isPlaces,
    governance: ast.isGovernance,
    define: ast.isDefine,
    shape: ast.isShapeTemplate,
    table: ast.isTable,
    records: ast.isRecords,
    figure: ast.isFigure,
    figures: ast.isFigureGroup,
    group: ast.isGroup,
    example: ast.isExample,
    clause: ast.isClause,
    party: ast.isParty,
  };
  return types[kind] ? [types[kind]] : [];
}

const isCategoryField = (node: AstNode): boolean => ast.isField(node) && ast.isCategoryType(node.type);

export const recordsOf = (set: ast.RecordSet | ast.Followers | ast.RateCard | undefined): ast.Records | undefined => {
  const target = set?.records?.ref;
  return ast.isRecords(target) ? target : undefined;
};

/** The records whose fields a condition speaks of, where the reference stands in one. */
function recordsInHand(reference: AstNode): ast.Records | undefined {
  const set = AstUtils.getContainerOfType(
    reference,
    (node): node is ast.RecordSet | ast.Followers | ast.RateCard =>
      ast.isRecordSet(node) || ast.isFollowers(node) || ast.isRateCard(node),
  );
  if (set) return recordsOf(set);
  const share = AstUtils.getContainerOfType(reference, ast.isShareLine);
  return share ? recordsOf(share.of) : undefined;
}

/** What a rate card may pay for: one of the values of a field of its records, or any row of them. */
function happenings(event: ast.CardEvent | ast.CardLimit): [string, AstNode][] {
  const records = recordsInHand(event);
  return records ? [...named(fieldsOf(records).flatMap(categories)), [records.name, records]] : [];
}

const ANCHORS: ReadonlySet<string> = new Set(["baseline", "target"]);

/** `baseline` and `target`, where a shape stands on one metric: they are that metric's lines. */
function anchorsOf(reference: AstNode): [string, AstNode][] {
  const metric = metricInHand(reference);
  return (metric ? linesOf(metric) : []).flatMap((line): [string, AstNode][] =>
    ast.isBaselineLine(line) ? [["baseline", line]] : ast.isTargetLine(line) ? [["target", line]] : [],
  );
}

export function metricInHand(node: AstNode): ast.Metric | undefined {
  const own = AstUtils.getContainerOfType(node, ast.isMetric);
  if (own) return own;
  const line = AstUtils.getContainerOfType(
    node,
    (n): n is ast.WeightLine | ast.PointsLine => ast.isWeightLine(n) || ast.isPointsLine(n),
  );
  // Only what stands after `on …` speaks of the metric: the subject itself must not ask for itself.
  if (!line?.on || isInside(node, line.on)) return undefined;
  const on = line.on;
  const target = ast.isNameRef(on) ? on.target?.ref : undefined;
  return ast.isMetric(target) ? target : undefined;
}

function isInside(node: AstNode | undefined, ancestor: AstNode): boolean {
  for (let at = node; at; at = at.$container) if (at === ancestor) return true;
  return false;
}
