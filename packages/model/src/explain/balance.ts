import type { Step } from "../evaluate/evaluation.js";
import { asNumber } from "../evaluate/value.js";
import type { BalanceNode } from "../nodes/balance.js";
import { Rational } from "../numbers/rational.js";
import { listed, type Words } from "./words.js";

/** "advance owed: £2,054,932, of which £1,992,047 is taken, leaves £62,885"; before the takes, what it is made of. */
export function balance(node: BalanceNode, step: Step, words: Words): string {
  const name = words.name(node) ?? node.balance;
  const { label } = step.place.period;
  const value = words.shown(step);
  return node.reads === "after"
    ? `${name} at the end of ${label}: ${taken(step, words)}`
    : `${name} in ${label}, before anything is taken, is ${value}${made(node, step, words)}`;
}

function taken(step: Step, words: Words): string {
  const [stood, ...takes] = step.inputs as [Step, ...Step[]];
  const total = Rational.sum(takes.map(({ value }) => asNumber(value)));
  const left = step.reached
    ? `which is more than there is: ${words.shown(step)} is left`
    : `${words.shown(step)} is left`;
  return `${words.shown(stood)}, of which ${words.amount(total, step.node.unit)} is taken; ${left}`;
}

/** ": £1,000 from before, £200 added (advance), £130 earned at 13% a year". */
function made(node: BalanceNode, step: Step, words: Words): string {
  const adds = step.inputs.slice(step.inputs.length - node.adds.length - (node.earns ? 1 : 0));
  const start = step.inputs.length > adds.length ? step.inputs[0] : undefined;
  const rate = node.earns === undefined ? undefined : adds.at(-1);
  const added = rate ? adds.slice(0, -1) : adds;
  const total = asNumber(step.value);
  const stood = start ? asNumber(start.value) : Rational.zero;
  const earned = total.less(stood).less(Rational.sum(added.map(({ value }) => asNumber(value))));
  const parts = [
    ...(start ? [`${words.shown(start)} ${start.node.kind === "balance" ? "from before" : "to begin with"}`] : []),
    ...added.map((one) => `${words.shown(one)} added`),
    ...(rate ? [`${words.amount(earned, node.unit)} earned at ${words.shown(rate)} a year`] : []),
  ];
  return parts.length === 0 ? "" : `: ${listed(parts)}`;
}
