import {
  type CardLine,
  type Condition,
  counted,
  type PaidFor,
  type RateCard,
  Rational,
  type Unit,
} from "@concordat/model";
import * as ast from "../generated/ast.js";
import { basisOf } from "../names/records.js";
import { lowerRowCondition } from "./conditions.js";
import { lowerDuration } from "./duration.js";
import { readLiteral } from "./literals.js";
import { kindOf, type Lowering } from "./lowering.js";
import { moneyOf } from "./names.js";
import { dateFieldOf, personIn } from "./person.js";
import { withShares } from "./rate-share.js";
import type { Site, Typed } from "./typed.js";

/** `rates for each person in achievements { … }`. */
export function lowerRates(
  card: ast.RateCard,
  payment: ast.Payment,
  site: Site,
  lowering: Lowering,
): Typed | undefined {
  const records = card.records?.ref;
  if (!ast.isRecords(records) || !site.grain) return undefined;
  const [axis] = site.axes;
  if (axis) return lowering.report("card-for-each", { payment: payment.name, axis }, card);
  if (!personIn(records, card, lowering)) return undefined;
  const written = card.rules.filter(ast.isCardLine);
  if (written.length === 0)
    return lowering.report("line-missing", { thing: "The rate card", line: "name: £… for each …" }, card);
  const lines = written.map((line) => lowerLine(line, records, payment, site, lowering));
  const person = card.rules.filter(ast.isPersonLimit).map((limit) => {
    const amount = pennies(limit.amount, lowering);
    return amount === undefined ? undefined : { amount, span: kindOf(limit.span) ?? site.grain! };
  });
  if (lines.includes(undefined) || person.includes(undefined)) return undefined;
  const all = withShares(
    written,
    lines.map((line) => line!),
    site,
    lowering,
  );
  if (!all) return undefined;
  const lowered: RateCard = {
    payment: payment.name,
    records: records.name,
    each: site.grain,
    lines: all,
    person: person.map((limit) => limit!),
    source: lowering.source(card),
  };
  lowering.cards.set(payment.name, lowered);
  return addNode(lowered, card, site, lowering);
}

/** How many are paid: persons where each is paid once, else what happened to them. */
export const unitOfCount = ({ paidFor, of }: Pick<CardLine, "paidFor" | "of">): Unit =>
  counted(paidFor.kind === "first" || paidFor.kind === "when" ? "people" : of);

function lowerLine(
  line: ast.CardLine,
  records: ast.Records,
  payment: ast.Payment,
  site: Site,
  lowering: Lowering,
): CardLine | undefined {
  const price = pennies(line.price, lowering);
  const paidFor = line.event && lowerPaidFor(line, records, lowering);
  const where = conditionOf(line, lowering);
  const limits = lowerLimits(line, site, lowering);
  if (price === undefined || !paidFor || where === "wrong" || !limits) return undefined;
  return {
    name: line.name,
    price,
    paidFor,
    of: line.event.of.$refText,
    ...(where ? { where } : {}),
    ...limits,
    count: `${payment.name}.${line.name}.count`,
    paid: `${payment.name}.${line.name}.paid`,
    source: lowering.source(line),
  };
}

function lowerPaidFor(line: ast.CardLine, records: ast.Records, lowering: Lowering): PaidFor | undefined {
  const { kind, lasts } = line.event;
  if (kind === "for the first") return { kind: "first" };
  if (kind === "for each") return { kind: "each" };
  const duration = lowerDuration(lasts, lowering);
  const { lastingTo } = basisOf(records);
  if (!lastingTo) return lowering.report("state-without-end", { records: records.name, line: line.name }, line.event);
  if (!dateFieldOf(lastingTo.ref, records, records, lowering)) return undefined;
  return duration && { kind: kind === "when" ? "when" : "every", lasts: duration };
}

/** The happening that is named, and what `where` says besides. */
function conditionOf(line: ast.CardLine, lowering: Lowering): Condition | undefined | "wrong" {
  const conditions: Condition[] = [];
  const of = line.event?.of?.ref;
  if (ast.isCategoryValue(of) && ast.isField(of.$container.$container)) {
    const field = of.$container.$container.name;
    conditions.push({ kind: "compare", field, comparison: "is", value: { type: "name", value: of.name } });
  }
  const further = line.condition && lowerRowCondition(line.condition, lowering);
  if (line.condition && !further) return "wrong";
  if (further) conditions.push(further);
  return conditions.length > 1 ? { kind: "all", of: conditions } : conditions[0];
}

function lowerLimits(
  line: ast.CardLine,
  site: Site,
  lowering: Lowering,
): Pick<CardLine, "eachPerson" | "inAll"> | undefined {
  const limits: Pick<CardLine, "eachPerson" | "inAll"> = {};
  for (const limit of line.limits) {
    const span = kindOf(limit.span) ?? site.grain!;
    const shares = line.limits.filter(({ share }) => share);
    if (limit.share ? shares[0] !== limit : limit.amount ? limits.inAll : limits.eachPerson)
      return lowering.report("limit-twice", { line: line.name }, limit);
    if (limit.share) continue;
    if (limit.amount) {
      const amount = pennies(limit.amount, lowering);
      if (amount === undefined) return undefined;
      limits.inAll = { amount, span };
    } else {
      const count = limit.count ?? "";
      if (!/^[1-9]\d{0,8}$/.test(count)) return lowering.report("limit-not-whole", { limit: count }, limit);
      limits.eachPerson = { count: Number(count), span };
    }
  }
  return limits;
}

/** An amount in the contract's currency, of whole pence. */
function pennies(amount: ast.Money | undefined, lowering: Lowering): string | undefined {
  const written = amount && readLiteral(amount, lowering);
  if (!written) return undefined;
  if (Rational.parse(written.value).times(Rational.of(100)).bottom === 1n) return written.value;
  return lowering.report("price-not-whole", { price: amount.$cstNode?.text ?? written.value }, amount);
}

function addNode(card: RateCard, at: ast.RateCard, site: Site, lowering: Lowering): Typed {
  const flow = { grain: null, axes: [], time: "flow" } as const;
  const money = moneyOf(lowering);
  const lines = card.lines.map((line) => {
    const given = (name: string, unit: Unit, title: string): string => {
      const aggregate = name === line.count ? "count" : "sum";
      const terms = {
        name,
        metric: card.payment,
        aggregate,
        records: card.records,
        by: [],
        card: card.payment,
      } as const;
      lowering.count({ ...terms, by: [], each: [card.each], source: line.source });
      const typed = lowering.add(site.owner, { kind: "given", input: name, of: "tally" }, at, { ...flow, unit });
      return lowering.call(typed, name, title).id;
    };
    return {
      name: line.name,
      what: line.of,
      price: line.price,
      count: given(line.count, unitOfCount(line), `Number paid on ${line.name}`),
      paid: given(line.paid, money, `Amount paid on ${line.name}`),
      input: line.paid,
      ...(line.inAll ? { inAll: line.inAll.amount } : {}),
      ...(line.share ? { share: { most: line.share.most, others: othersOf(line, card) } } : {}),
    };
  });
  return lowering.add(site.owner, { kind: "rate-card", lines }, at, { ...flow, unit: money, grain: site.grain });
}

/** The places of the other lines of what a line is limited to a share of. */
const othersOf = ({ name, share }: CardLine, card: RateCard): number[] =>
  card.lines.flatMap((line, index) => (line.name !== name && share?.lines.includes(line.name) ? [index] : []));
