import type { ContractModel } from "../contract/contract.js";
import { nameOf, placeName } from "../explain/names.js";
import type { NodeKind } from "../nodes/node.js";
import { Rational } from "../numbers/rational.js";
import { show } from "../units/show.js";
import type { Evaluation, Step } from "./evaluation.js";
import type { Lack } from "./value.js";

/** One sentence for each thing that is lacking: which input, why, and what is awaited. */
export const reasonFor = (lacks: readonly Lack[]): string =>
  lackClauses(lacks)
    .map((clause) => `${clause}.`)
    .join(" ");

/** So many reasons for one input are told; the others are counted. */
const TOLD = 2;

/**
 * One for each input that is lacking, without a full stop: "actual-cost is not reported: no value for 2026/27; deferred to
 * reconciliation".
 */
export function lackClauses(lacks: readonly Lack[]): string[] {
  const inputs = new Map<string, { lack: Lack; whys: Set<string> }>();
  for (const lack of lacks) {
    const key = JSON.stringify([lack.input, lack.waits, lack.by, lack.payment]);
    const known = inputs.get(key) ?? { lack, whys: new Set<string>() };
    if (lack.why !== "not reported") known.whys.add(lack.why);
    inputs.set(key, known);
  }
  return [...inputs.values()].map(({ lack, whys }) => lackClause(lack, [...whys]));
}

function lackClause({ input, waits, by, payment }: Lack, whys: readonly string[]): string {
  const awaited =
    waits === "defer" ? "; deferred to reconciliation" : waits === "decide" ? `; ${by ?? "the board"} decides` : "";
  const rest = whys.length > TOLD + 1 ? [`${whys.length - TOLD} more like these`] : [];
  const told = [...(rest.length > 0 ? whys.slice(0, TOLD) : whys), ...rest];
  const because = told.length === 0 ? "" : `: ${[...told.slice(0, -2), told.slice(-2).join(", and ")].join(", ")}`;
  return `${input} is not ${payment ? "settled" : "reported"}${because}${awaited}`;
}

/** Every step below these, each once. Another payment's own steps are not this one's. */
export function everyStep(steps: readonly Step[]): Step[] {
  const seen = new Set<Step>();
  const visit = (step: Step): void => {
    if (seen.has(step)) return;
    seen.add(step);
    for (const input of step.inputs) if (isOwn(step, input)) visit(input);
  };
  steps.forEach(visit);
  return [...seen];
}

/** What was read of another payment, or of an earlier period of itself, has its own steps there. */
export const isOwn = ({ node, place }: Step, input: Step): boolean =>
  node.kind !== "payment-value" &&
  node.kind !== "line-value" &&
  !((node.kind === "balance" || node.id === input.node.id) && input.place.period.from !== place.period.from);

/** What part of an amount waits for reconciliation, with the money where a pool says it. */
export function waitsFor(steps: readonly Step[], evaluation: Evaluation): { lacks: Lack[]; sentence?: string } {
  const waiting = everyStep(steps).filter((step) => step.deferred !== undefined);
  const lacks = waiting.flatMap((step) => [...step.deferred!]);
  if (lacks.length === 0) return { lacks };
  const clauses = lackClauses(lacks).join("; and ");
  const money = waiting.map((step) => moneyThatWaits(step, evaluation)).filter((text) => text !== undefined);
  return { lacks, sentence: `Provisional: ${[clauses, ...money].join("; ")}.` };
}

function moneyThatWaits({ node, inputs, place }: Step, evaluation: Evaluation): string | undefined {
  if (node.kind !== "pool" || inputs[0]?.value.is !== "number") return undefined;
  const whole = inputs[0].value.number;
  const weights = node.weights.filter(
    (weight, index) => !weight.sharesWeight && inputs[index + 1]!.value.is === "missing",
  );
  const waiting = Rational.sum(weights.map((weight) => whole.times(Rational.parse(weight.weight))));
  const { unit } = evaluation.step(node.pool, place).node;
  return `${show(waiting, unit)} of the pool waits`;
}

/** What stood in for values that are not reported, by the contract's own rule. */
export function stoodIn(steps: readonly Step[], evaluation: Evaluation): string | undefined {
  const sentences = everyStep(steps)
    .filter((step) => step.remedied !== undefined)
    .map((step) => `${lackClauses(step.remedied!).join("; ")}: ${standIn(step, evaluation.contract)}.`);
  return sentences.length === 0 ? undefined : [...new Set(sentences)].join(" ");
}

export function standIn({ node, inputs }: Step, contract: ContractModel): string {
  if (node.kind === "pool" || node.kind === "weighted") return "its weight is shared among the others";
  if (node.kind !== "present") return "the contract's rule for that applies";
  const stand = inputs[1];
  const value =
    stand?.value.is === "number" ? show(stand.value.number, stand.node.unit, stand.node.decimals) : undefined;
  switch (node.policy.kind) {
    case "hold": {
      const earlier =
        stand && HELD.includes(stand.node.kind) && stand.place.period.label !== inputs[0]?.place.period.label;
      return `held at ${value ?? "nothing known"}${earlier ? ` (${placeName(stand.place, contract)})` : ""}`;
    }
    case "baseline":
      return `treated as the baseline${value === undefined ? "" : `, ${value}`}`;
    default:
      return `treated as ${node.policy.kind}`;
  }
}
const HELD: readonly NodeKind[] = ["metric", "given", "span"];

/** Why a payment with alternatives came to nothing. */
export function nothingDue(compared: readonly Step[], evaluation: Evaluation): string {
  const step = compared[0];
  if (step?.node.kind !== "compares") return "Nothing is due.";
  const [actual, expected] = step.inputs;
  const names = [actual, expected].map((input) => (input ? nameOf(input.node, evaluation.contract) : "it"));
  if (actual?.value.is !== "number" || expected?.value.is !== "number") return "Nothing is due.";
  const order = actual.value.number.compare(expected.value.number);
  if (order === 0) return `${names[0]} equals ${names[1]}: nothing is due.`;
  return `${names[0]} is ${order > 0 ? "above" : "below"} ${names[1]}, for which nothing is due.`;
}
