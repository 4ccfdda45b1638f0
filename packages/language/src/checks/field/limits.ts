import {
  type AtLeastNode,
  type AtMostNode,
  type Interval,
  type Payment,
  type PeriodKind,
  type Place,
  periodAt,
  periodsOf,
  Rational,
  show,
  showMoney,
} from "@concordat/model";
import { type Field, written } from "./field.js";

/** A cap that no outcome reaches limits nothing, and a floor that lies beneath all of them lifts nothing. */
export function limitsCanBind(payment: Payment, field: Field): void {
  for (const { construct, node: id, source } of payment.branches.flatMap(({ lines }) => lines)) {
    const node = field.contract.nodes[id]!;
    const where = placesOf(payment, field);
    const line = field.at(source);
    if (construct === "at-most" && node.kind === "at-most" && !binds(node, where, field)) {
      const end = highest(where.map((place) => field.bounding.of(node.of, place).numbers));
      const most = end && show(end, node.unit);
      if (most) field.report("cap-never-binds", { cap: written(line), payment: payment.name, most }, line);
    }
    if (construct === "at-least" && node.kind === "at-least" && !lifts(node, where, field)) {
      const end = lowest(where.map((place) => field.bounding.of(node.of, place).numbers));
      const least = end && show(end, node.unit);
      if (least) field.report("floor-never-binds", { floor: written(line), payment: payment.name, least }, line);
    }
  }
}

/** `each pays at most 5% of its core` is more than any party can come to pay. */
export function partyLimitsCanBind(payment: Payment, field: Field): void {
  const { bounding, contract } = field;
  for (const branch of payment.branches) {
    for (const limit of branch.limits) {
      const open = { ...payment, branches: [{ ...branch, limits: branch.limits.filter((one) => one !== limit) }] };
      let most = Rational.zero;
      const reached = placesOf(payment, field).some((place) => {
        const [bounds] = bounding.open(open, place).branches;
        return [...(bounds?.[limit.on] ?? [])].some(([party, amount]) => {
          if (party === limit.excess) return false;
          const at = { ...place, of: { ...place.of, party } };
          const cap = bounding.of(limit.limit, at);
          if (amount.high) most = Rational.higher(most, amount.high);
          if (!cap.numbers) return !cap.none;
          return amount.high === null || cap.numbers.low === null || amount.high.above(cap.numbers.low);
        });
      });
      if (reached || most.isZero) continue;
      const line = field.at(limit.source);
      const parameters = { cap: written(line), payment: payment.name, most: showMoney(most, contract.currency) };
      field.report("cap-never-binds", parameters, line);
    }
  }
}

const placesOf = (payment: Payment, { bounding }: Field): Place[] =>
  periodsOf(payment.each, bounding.calendar).map((period) => ({ period, of: {} }));

function binds(node: AtMostNode, places: readonly Place[], field: Field): boolean {
  const { bounding } = field;
  return places.some((place) => {
    if (node.over) return bindsOver(node, node.over.span, place, field);
    const { numbers: limit, none } = bounding.of(node.limit, place);
    const amount = bounding.of(node.of, place).numbers;
    if (!amount || (!limit && none)) return false;
    return amount.high === null || !limit?.low || amount.high.above(limit.low);
  });
}

/** All periods of the span together. */
function bindsOver(node: AtMostNode, span: PeriodKind, place: Place, { bounding }: Field): boolean {
  const whole = periodAt(span, place.period.from, bounding.calendar);
  const limit = bounding.of(node.limit, { ...place, period: whole }).numbers;
  const highs = bounding
    .within(place.period.kind, whole)
    .map((period) => bounding.of(node.of, { ...place, period }).numbers?.high ?? null);
  if (!limit?.low || highs.includes(null)) return true;
  return Rational.sum(highs.filter((high) => high !== null)).above(limit.low);
}

function lifts(node: AtLeastNode, places: readonly Place[], { bounding }: Field): boolean {
  return places.some((place) => {
    const { numbers: limit, none } = bounding.of(node.limit, place);
    const amount = bounding.of(node.of, place).numbers;
    if (!amount || (!limit && none)) return false;
    return amount.low === null || !limit?.high || amount.low.below(limit.high);
  });
}

const highest = (all: readonly (Interval | undefined)[]): Rational | undefined =>
  all
    .flatMap((each) => each?.high ?? [])
    .reduce<Rational | undefined>((a, b) => (a ? Rational.higher(a, b) : b), undefined);
const lowest = (all: readonly (Interval | undefined)[]): Rational | undefined =>
  all
    .flatMap((each) => each?.low ?? [])
    .reduce<Rational | undefined>((a, b) => (a ? Rational.lower(a, b) : b), undefined);
