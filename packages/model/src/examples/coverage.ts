import type { SourceRange } from "../contract/common.js";
import type { ContractModel } from "../contract/contract.js";
import type { Payment } from "../contract/payments.js";
import { evaluatorOf } from "../evaluate/evaluator.js";
import { speakerOf } from "../explain/sentence.js";
import type { Words } from "../explain/words.js";
import { operandsOf } from "../nodes/node.js";
import { pointsOfNode } from "./points.js";
import { key } from "./reached.js";
import type { ExampleResult } from "./run.js";

/** One row, segment, slice, side of a gate, cap or branch of the contract, and the examples that reach it. */
export interface CoveragePoint {
  /** As in `ExampleResult.reached`. */
  readonly key: string;
  /** The node, or for a branch the payment's name. */
  readonly node: string;
  /** The payment in whose rules it stands. */
  readonly payment: string;
  readonly source: SourceRange;
  readonly examples: readonly string[];
  /** What it is, and that nothing reaches it where that is so. */
  readonly sentence: string;
}

export interface Coverage {
  readonly points: readonly CoveragePoint[];
  readonly unreached: readonly CoveragePoint[];
}

/** Which rules the worked examples exercise, and which none of them reaches. In the order of the contract's payments. */
export function coverage(contract: ContractModel, results: readonly ExampleResult[]): Coverage {
  const words = speakerOf(contract);
  const seen = new Set<string>();
  const points = contract.payments
    .flatMap((payment) => pointsOf(payment, contract, words))
    .filter((point) => !seen.has(point.key) && seen.add(point.key))
    .map((point): CoveragePoint => {
      const examples = results.filter(({ reached }) => reached.includes(point.key)).map(({ name }) => name);
      const what = `${point.what} in ${point.payment}`;
      const sentence =
        examples.length === 0 ? `No example reaches ${what}.` : `${examples.join(", ")} reaches ${what}.`;
      const { key, node, payment, source } = point;
      return { key, node, payment, source, examples, sentence };
    });
  return { points, unreached: points.filter(({ examples }) => examples.length === 0) };
}

interface Point {
  readonly key: string;
  readonly node: string;
  readonly payment: string;
  readonly source: SourceRange;
  readonly what: string;
}

function pointsOf(payment: Payment, contract: ContractModel, words: Words): Point[] {
  const branches = payment.branches
    .filter(({ when }) => when !== "always")
    .map(({ when, source }) => ({
      key: key(payment.name, when),
      node: payment.name,
      payment: payment.name,
      source,
      what: `"if ${when}"`,
    }));
  const roots = payment.branches.flatMap(({ amount, limits }) => [amount, ...limits.map(({ limit }) => limit)]);
  const say = constantsOf(contract, words);
  const nodes = below(roots, contract).flatMap((id) => {
    const node = contract.nodes[id]!;
    return pointsOfNode(node, contract, say).map(({ side, what }) => ({
      key: key(id, side),
      node: id,
      payment: payment.name,
      source: node.source,
      what,
    }));
  });
  return [...branches, ...nodes];
}

/** Every node that these read, themselves included, each once. Another payment's nodes are its own. */
function below(roots: readonly string[], contract: ContractModel): string[] {
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    operandsOf(contract.nodes[id]!).forEach(visit);
  };
  roots.forEach(visit);
  return [...seen];
}

/** Shows a node that the contract fixes, as it stands in the first year; anything else by its name. */
function constantsOf(contract: ContractModel, words: Words): (id: string) => string {
  const evaluator = evaluatorOf(contract, []);
  const [first] = evaluator.within("year", { ...TERM, from: evaluator.calendar.from, to: evaluator.calendar.to });
  return (id) => {
    const node = contract.nodes[id]!;
    if (node.axes.length > 0 || node.kind === "attribute") return words.name(node) ?? "this row's value";
    const step = evaluator.step(id, { period: first!, of: {} });
    return step.value.is === "missing" ? (words.name(node) ?? "it") : words.shown(step);
  };
}
const TERM = { kind: "term", label: "the term", fullFrom: "", fullTo: "" } as const;
