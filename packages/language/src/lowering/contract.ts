import { type ContractModel, MODEL_VERSION, type PartyRole } from "@concordat/model";
import { acceptedIn, acceptsMakeSense, withoutAccepted } from "../checks/accepts.js";
import { duplicateNames } from "../checks/duplicate-names.js";
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
import { lowerGroup } from "./sharing.js";
import { templateMakesSense } from "./template.js";

export interface Lowered {
  /** Only where nothing is wrong. */
  readonly contract?: ContractModel;
  readonly found: readonly Found[];
}

/**
 * Lowers a linked contract to the model, checking units, periods and completeness on the way: where a value is lowered is
 * where its unit is known. Never throws; what is wrong is in `found`.
 */
export function lowerContract(contract: ast.Contract, readText: (path: string) => string | undefined): Lowered {
  const { report, found } = collector();
  duplicateNames(contract, report);
  acceptsMakeSense(contract, report);
  const header = lowerHeader(contract, report);
  if (!header) return { found };
  const lowering = new Lowering(contract, header, report, readText);
  const items = <T extends ast.ContractItem>(is: (item: unknown) => item is T): T[] => contract.items.filter(is);

  // Every declaration is lowered even when an earlier one is wrong, so that one reading shows all that there is to mend.
  for (const places of lowestFirst(items(ast.isPlaces))) keep(lowerPlaces(places, lowering), lowering.participants);
  for (const set of items(ast.isParticipantSet)) keep(lowerParticipants(set, lowering), lowering.participants);
  for (const cohort of items(ast.isCohort)) keep(lowerCohort(cohort, lowering), lowering.participants);
  for (const category of lowerCategories(contract, lowering)) keep(category, lowering.participants);
  for (const table of items(ast.isTable)) keep(lowerTable(table, lowering), lowering.tables);
  for (const define of items(ast.isDefine)) declareKeyed(define, lowering);
  const groups = items(ast.isGroup).map((group) => ({ group, members: lowerGroup(group, lowering) }));
  const figures = [...items(ast.isFigure), ...items(ast.isFigureGroup).flatMap((group) => group.figures)];
  const declaredFigures = figures.map((figure) => declareFigure(figure, lowering));
  const records = items(ast.isRecords).map((records) => lowerRecords(records, lowering));
  const metrics = lowerMetrics(items(ast.isMetric), lowering);
  for (const template of items(ast.isShapeTemplate)) templateMakesSense(template, lowering);
  const payments = items(ast.isPayment).map((payment) => {
    lowering.reading = new Set();
    lowering.circles.set(payment.name, lowering.reading);
    return lowerPayment(payment, lowering);
  });
  lowering.reading = undefined;
  const limits = items(ast.isPaymentsLimit).map((limit) => lowerContractLimit(limit, present(payments), lowering));
  const balances = items(ast.isBalance);
  for (const balance of balances) lowerBalance(balance, lowering);
  paymentCircles([...items(ast.isPayment), ...balances], lowering.circles, report);
  const values: Record<string, string> = {};
  const examples = items(ast.isExample).map((example) => lowerExample(example, values, present(payments), lowering));
  const guarantees = present(items(ast.isAlways).map((always) => lowerAlways(always, lowering)));
  for (const define of items(ast.isDefine)) lowerUnread(define, lowering);
  proseSaysTheSame(contract, report);
  clausesHaveAnOrder(contract, report);
  const clauses = [
    ...items(ast.isClause).flatMap((clause) => (clause.prose ? [lowerClause(clause, clause.prose, lowering)] : [])),
    ...items(ast.isDefine).flatMap((define) => (define.prose ? [lowerClause(define, define.prose, lowering)] : [])),
  ];
  const governance = items(ast.isGovernance).map((board) => lowerGovernance(board, lowering));
  if (found.some(({ id }) => DIAGNOSTICS[id].severity === "error")) return { found: withoutAccepted(contract, found) };

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
    ...(lowering.cards.length > 0 ? { cards: lowering.cards } : {}),
    nodes: lowering.nodes,
    values,
    payments: present(payments),
    ...(limits.length > 0 ? { limits: present(limits) } : {}),
    examples: present(examples),
    ...(guarantees.length > 0 ? { guarantees } : {}),
    clauses,
    ...(governance.length > 0 ? { governance: present(governance) } : {}),
  };
  advise(model, contract, lowering);
  const accepted = acceptedIn(contract, found, lowering);
  return {
    contract: accepted.length > 0 ? { ...model, accepted } : model,
    found: withoutAccepted(contract, found),
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
