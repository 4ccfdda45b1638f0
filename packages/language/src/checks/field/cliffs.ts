import {
  type ContractNode,
  type Payment,
  type Place,
  periodsOf,
  Rational,
  ratio,
  show,
  showMoney,
  type TieredNode,
  tierValues,
} from "@concordat/model";
import { type Field, written } from "./field.js";
import { behind } from "./reads.js";

const HALF = Rational.of(1, 2);

/** No single step of tiers moves more than half of what the payment can come to, and a gate is known for a cliff. */
export function stepsAreSmall(payment: Payment, field: Field): void {
  const { contract, bounding } = field;
  const [period] = periodsOf(payment.each, bounding.calendar);
  if (!period) return;
  const place: Place = { period, of: {} };
  for (const branch of payment.branches) {
    for (const { construct, node: id, source } of branch.lines) {
      const node = contract.nodes[id]!;
      if (construct === "only-when" && node.kind === "only-when") gate(field, payment, node.when, source, place);
      for (const { step, part, line } of stepsOf(node, field, payment, place))
        tell(field, payment, step, part, line ?? source, place);
    }
  }
}

interface Weighed {
  readonly step: TieredNode;
  /** What a jump of one is of all that the payment can come to. */
  readonly part: Rational;
  readonly line?: Payment["source"];
}

/** The tiers of a line, and what one of their unit moves. */
function stepsOf(node: ContractNode, { contract, bounding }: Field, payment: Payment, place: Place): Weighed[] {
  const tiers = (id: string, part: Rational, line?: Payment["source"]): Weighed[] => {
    const inner = behind(id, contract);
    return inner.kind === "tiered" ? [{ step: inner, part, ...(line ? { line } : {}) }] : [];
  };
  if (node.kind === "pool")
    return node.weights.flatMap(({ achievement, weight, source }) =>
      tiers(achievement, Rational.parse(weight), source),
    );
  if (node.kind === "times") return [...tiers(node.left, Rational.one), ...tiers(node.right, Rational.one)];
  const most = bounding.payment(payment, place).amount?.high;
  return node.kind === "tiered" && most && !most.isZero ? tiers(node.id, Rational.one.over(most)) : [];
}

function tell(
  field: Field,
  payment: Payment,
  step: TieredNode,
  part: Rational,
  line: Payment["source"],
  place: Place,
): void {
  const x = step.x === undefined ? undefined : field.contract.nodes[step.x];
  const jumps = tierValues(step, place, field.bounding) ?? [];
  const largest = jumps
    .map(({ at, jump }) => ({ at, moves: jump.times(part) }))
    .sort((a, b) => b.moves.compare(a.moves))[0];
  if (!x || !largest?.moves.above(HALF)) return;
  const moves = Rational.lower(largest.moves, Rational.one);
  const parameters = {
    what: behind(x.id, field.contract).name ?? "what it stands on",
    at: show(largest.at, x.unit),
    payment: payment.name,
    moves: moves.equals(Rational.one) ? "all" : show(moves, ratio),
  };
  field.report("cliff-edge", parameters, field.at(line));
}

/** A gate on a number that moves by small steps. A gate on who or what something is, is a rule and no cliff. */
function gate(field: Field, payment: Payment, when: string, source: Payment["source"], place: Place): void {
  const { contract, bounding } = field;
  const test = behind(when, contract);
  if (test.kind !== "test" || !measured(test.left, field, place)) return;
  const most = bounding.payment(payment, place).amount?.high;
  if (most?.isZero) return;
  const line = field.at(source);
  const parameters = {
    gate: written(line),
    payment: payment.name,
    most: most ? showMoney(most, contract.currency) : "any amount",
  };
  field.report("gate-is-cliff", parameters, line);
}

/** A number that is not known beforehand. */
function measured(id: string, { bounding }: Field, place: Place): boolean {
  const range = bounding.of(id, place).numbers;
  return range !== undefined && !(range.low && range.high?.equals(range.low));
}
