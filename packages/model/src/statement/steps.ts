import type { ContractModel } from "../contract/contract.js";
import type { LineConstruct } from "../contract/payments.js";
import type { Step } from "../evaluate/evaluation.js";
import { isOwn, reasonFor } from "../evaluate/reason.js";
import type { Value } from "../evaluate/value.js";
import { sentenceOf, speakerOf } from "../explain/sentence.js";

import { restsOnSmall } from "./rests-on-small.js";
import type { StatementStep } from "./statement.js";

/** More rows than this are counted in the sentence and not listed one by one. */
const ROWS_LISTED = 20;

/**
 * Turns steps of one contract into plain data. Another payment that was read shows its amount and not its own steps, and
 * a value combined across rows shows each row's value and not how that came about: both have statements of their own.
 */
export function stepWriter(contract: ContractModel, suppressBelow?: number): (step: Step) => StatementStep {
  const written = new Map<Step, StatementStep>();
  const words = speakerOf(contract);
  const rests = restsOnSmall(suppressBelow);
  const lines = new Map<string, LineConstruct>();
  for (const payment of contract.payments)
    for (const branch of payment.branches) for (const line of branch.lines) lines.set(line.node, line.construct);

  const write = (step: Step): StatementStep => {
    const known = written.get(step);
    if (known) return known;
    const { node, value, place } = step;
    const of = Object.entries(place.of).sort(([a], [b]) => (a < b ? -1 : 1));
    const rule = lines.get(node.id);
    const result: StatementStep = {
      node: node.id,
      kind: node.kind,
      ...(node.label === undefined ? {} : { label: node.label }),
      ...(node.name === undefined ? {} : { name: node.name }),
      ...(node.title === undefined ? {} : { title: node.title }),
      ...(rule === undefined ? {} : { rule }),
      sentence: sentenceOf(step, words),
      exact: exactText(value),
      shown: words.shown(step),
      ...(value.is === "missing" ? { why: reasonFor(value.lacks) } : {}),
      ...(step.reached === undefined ? {} : { reached: [...step.reached] }),
      period: place.period.label,
      ...(of.length === 0 ? {} : { of: Object.fromEntries(of) }),
      source: node.source,
      ...(step.origin === undefined ? {} : { origin: step.origin }),
      ...(rests(step) ? { small: true } : {}),
      inputs: inputsOf(step).map((input) => (standsAlone(step, input) ? bare(write(input)) : write(input))),
    };
    written.set(step, result);
    return result;
  };
  return write;
}

const inputsOf = ({ node, inputs }: Step): readonly Step[] =>
  node.kind === "payment-value" || node.kind === "line-value" || (node.kind === "across" && inputs.length > ROWS_LISTED)
    ? []
    : inputs;

/** What was read of another row or of another period has its own steps there. */
const standsAlone = (step: Step, input: Step): boolean => step.node.kind === "across" || !isOwn(step, input);

const bare = (step: StatementStep): StatementStep => ({ ...step, inputs: [] });

function exactText(value: Value): string | null {
  switch (value.is) {
    case "number":
      return value.number.toText();
    case "truth":
      return `${value.truth}`;
    case "name":
      return value.name;
    case "date":
      return value.date;
    default:
      return null;
  }
}
