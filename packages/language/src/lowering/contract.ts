import { type ContractModel, MODEL_VERSION, type PartyRole } from "@concordat/model";
import { acceptedIn, acceptsMakeSense, withoutAccepted } from "../checks/accepts.js";
import { duplicateNames } from "../checks/duplicate-names.js";
import { tellReaders } from "../checks/example-period.js";
import { advise } from "../checks/field.js";
import { paymentCircles } from "../checks/payment-circles.js";
import { proseSaysTheSame } from "../checks/prose-amounts.js";
import { clausesHaveAnOrder } from "../checks/prose-order.js";
import { DIAGNOSTICS } from "../diagnostics/catalogue.js";
import { collector, type Found } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { lowerAlways } from "./always.js";
import { lowerBalance } from "./balance.js";
import { lowerCategories } from "./category.js";
import { lowerClause } from "./clause.js";
import { lowerCohort } from "./cohort.js";
import { lowerContractLimit } from "./contract-limit.js";
import { lowerContribution } from "./contribution.js";
import { declareKeyed, lowerUnread } from "./define.js";
import { lowerExample } from "./example.js";
import { declareFigure } from "./figure.js";
import { lowerGovernance } from "./governance.js";
import { lowerHeader } from "./header.js";
import { lowerTable } from "./lookup.js";
import { Lowering } from "./lowering.js";
import { lowerMetrics } from "./metric.js";
import { lowerParticipants } from "./participants.js";
import { lowerPayment } from "./payment.js";
import { lowerPlaces, lowestFirst } from "./places.js";
import { lowerRecords } from "./records.js";
import { doneOnce, forgetChanged } from "./redo.js";
import { lowerGroup } from "./sharing.js";
import { templateMakesSense } from "./template.js";
import { finished, guarding, type Steps } from "./turns.js";

export interface Lowered {
  /** Only where nothing is wrong. */
  readonly contract?: ContractModel;
  readonly found: readonly Found[];
  /** What went wrong in Concordat itself; then there is no contract, or not all advice. */
  readonly faults: readonly unknown[];
}

/** A contract as data before there is any advice on it. */
export interface Terms extends Lowered {
  /** What is looked at for advice: only where nothing is wrong. */
  readonly looked?: { readonly lowering: Lowering; readonly all: readonly Found[] };
}

/**
 * Lowers a linked contract to the model, checking units, periods and completeness on the way: where a value is lowered is
 * where its unit is known. Never throws; what is wrong is in `found`.
 */
export const lowerContract = (contract: ast.Contract, readText: (path: string) => string | undefined): Lowered =>
  finished(adviseOn(contract, finished(lowerTerms(contract, readText))));

/** All that must be right before the contract means anything. */
export function* lowerTerms(contract: ast.Contract, readText: (path: string) => string | undefined): Steps<Terms> {
  const { report, found } = collector();
  const faults: unknown[] = [];
  const guard = guarding(faults);
  duplicateNames(contract, report);
  acceptsMakeSense(contract, report);
  const header = lowerHeader(contract, report);
  if (!header) return { found, faults };
  const lowering = new Lowering(contract, header, report, readText);
  const items = <T extends ast.ContractItem>(is: (item: unknown) => item is T): T[] => contract.items.filter(is);
  function* each<T, R>(things: readonly T[], lower: (thing: T) => R): Steps<R[]> {
    const results: R[] = [];
    for (const thing of things) {
      yield;
      guard(() => results.push(lower(thing)));
    }
    return results;
  }

  const once =
    <T extends ast.ContractItem, R>(work: string, lower: (thing: T, lowering: Lowering) => R) =>
    (thing: T): R =>
      doneOnce(work, thing, lowering, () => lower(thing, lowering));
  forgetChanged(contract);

  // Every declaration is lowered even when an earlier one is wrong, so that one reading shows all that there is to mend.
  const { participants } = lowering;
  yield* each(lowestFirst(items(ast.isPlaces)), (places) => keep(lowerPlaces(places, lowering), participants));
  yield* each(items(ast.isParticipantSet), (set) => keep(lowerParticipants(set, lowering), participants));
  yield* each(items(ast.isCohort), (cohort) => keep(lowerCohort(cohort, lowering), participants));
  for (const category of lowerCategories(contract, lowering)) keep(category, participants);
  yield* each(items(ast.isTable), (table) => keep(lowerTable(table, lowering), lowering.tables));
  yield* each(items(ast.isDefine), (define) => declareKeyed(define, lowering));
  const groups = yield* each(items(ast.isGroup), (group) => ({ group, members: lowerGroup(group, lowering) }));
  const figures = [...items(ast.isFigure), ...items(ast.isFigureGroup).flatMap((group) => group.figures)];
  const declaredFigures = yield* each(figures, (figure) =>
    doneOnce(`figure ${figure.name}`, ast.isFigure(figure) ? figure : figure.$container, lowering, () =>
      declareFigure(figure, lowering),
    ),
  );
  const records = yield* each(items(ast.isRecords), once("records", lowerRecords));
  const metrics = guard(() => lowerMetrics(items(ast.isMetric), lowering)) ?? [];
  yield* each(items(ast.isShapeTemplate), (template) => templateMakesSense(template, lowering));
  const payments = yield* each(
    items(ast.isPayment),
    once("payment", (payment) => {
      lowering.reading = new Set();
      lowering.circles.set(payment.name, lowering.reading);
      return lowerPayment(payment, lowering);
    }),
  );
  lowering.reading = undefined;
  const limits = yield* each(items(ast.isPaymentsLimit), (limit) =>
    lowerContractLimit(limit, present(payments), lowering),
  );
  const balances = items(ast.isBalance);
  yield* each(balances, (balance) => lowerBalance(balance, lowering));
  paymentCircles([...items(ast.isPayment), ...balances], lowering.circles, report);
  for (const payment of present(payments)) tellReaders(payment, lowering);
  const examples = yield* each(items(ast.isExample), once("example", lowerExample));
  const guarantees = present(yield* each(items(ast.isAlways), (always) => lowerAlways(always, lowering)));
  yield* each(items(ast.isDefine), (define) => lowerUnread(define, lowering));
  guard(() => proseSaysTheSame(contract, lowering));
  guard(() => clausesHaveAnOrder(contract, report));
  const clauses = [
    ...items(ast.isClause).flatMap(once("clause", lowerClause)),
    ...items(ast.isDefine).flatMap(once("clause", lowerClause)),
  ];
  const governance = yield* each(items(ast.isGovernance), (board) => lowerGovernance(board, lowering));
  const told = withoutAccepted(contract, found);
  if (faults.length > 0 || found.some(({ id }) => DIAGNOSTICS[id].severity === "error")) return { found: told, faults };

  const model: ContractModel = {
    schema: MODEL_VERSION,
    name: contract.name,
    ...(contract.title ? { title: contract.title } : {}),
    source: lowering.source(contract),
    ...header,
    parties: items(ast.isParty).map((party) => lowerParty(party, lowering)),
    groups: groups.map(({ group, members }) => ({
      name: group.name,
      ...(group.title ? { title: group.title } : {}),
      members: members ?? [],
      source: lowering.source(group),
    })),
    participants: lowering.participants,
    tables: lowering.tables,
    figures: present(declaredFigures),
    records: present(records),
    tallies: [...lowering.tallies.values()],
    metrics: present(metrics),
    ...(lowering.cards.size > 0 ? { cards: [...lowering.cards.values()] } : {}),
    nodes: Object.fromEntries(lowering.nodes),
    values: Object.fromEntries(lowering.expected),
    payments: present(payments),
    ...(limits.length > 0 ? { limits: present(limits) } : {}),
    examples: present(examples),
    ...(guarantees.length > 0 ? { guarantees } : {}),
    clauses,
    ...(governance.length > 0 ? { governance: present(governance) } : {}),
  };
  return { contract: model, found: told, faults, looked: { lowering, all: found } };
}

/** What those who know the field would say of it; nothing, where something is wrong. */
export function* adviseOn(tree: ast.Contract, terms: Terms): Steps<Lowered> {
  const { contract, looked } = terms;
  if (!contract || !looked) return terms;
  const { lowering, all } = looked;
  const faults = [...terms.faults];
  yield* advise(contract, tree, lowering, guarding(faults));
  const accepted = acceptedIn(tree, all, lowering);
  return {
    contract: accepted.length > 0 ? { ...contract, accepted } : contract,
    found: withoutAccepted(tree, all),
    faults,
  };
}

function lowerParty(party: ast.Party, lowering: Lowering): ContractModel["parties"][number] {
  const ods = party.details.find(ast.isOdsCode)?.code;
  return {
    name: party.name,
    ...(party.title ? { title: party.title } : {}),
    role: party.role as PartyRole,
    ...(ods ? { ods } : {}),
    ...lowerContribution(party, lowering),
    source: lowering.source(party),
  };
}

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

function keep<T>(value: T | undefined, list: T[]): void {
  if (value !== undefined) list.push(value);
}
