import type { ContractModel } from "../contract/contract.js";
import type { Step } from "../evaluate/evaluation.js";
import type { ContractNode } from "../nodes/node.js";
import type { Rational } from "../numbers/rational.js";
import { showDate } from "../time/date.js";
import { show } from "../units/show.js";
import { isRatio, type Unit } from "../units/unit.js";
import { ownName } from "./names.js";

/** "the fall in bed-days": what the contract says of a metric is no name, and needs its article. */
const spoken = (name: string | undefined): string | undefined =>
  name !== undefined && /^(?:fall|rise|percentage) /.test(name) ? `the ${name}` : name;

/** How sentences name and show things of one contract. */
export interface Words {
  readonly contract: ContractModel;
  /** A value in its unit, exact where four decimals can say it; `decimals` says how many instead. */
  amount(value: Rational, unit: Unit, decimals?: number): string;
  /** A step's value as people write it. */
  shown(step: Step): string;
  /** "the target cost", or undefined where the contract has no name for it. */
  name(node: ContractNode): string | undefined;
  /** "the target cost (£48,000,000)", or the value alone where it has no name. */
  named(step: Step, decimals?: number): string;
  /** The sentence of another step, without its capital and its full stop. */
  clause(step: Step): string;
}

/** `clause` is given by who knows the sentences of every kind of node: see `sentence.ts`. */
export function wordsOf(contract: ContractModel, clause: (step: Step, words: Words) => string): Words {
  const words: Words = {
    contract,
    clause: (step) => clause(step, words),
    amount: showExactly,
    shown({ value, node }) {
      switch (value.is) {
        case "number":
          return show(value.number, node.unit, node.decimals);
        case "truth":
          return value.truth ? "yes" : "no";
        case "name":
          return value.name;
        case "date":
          return showDate(value.date);
        case "none":
          return "none";
        case "missing":
          return "not known";
      }
    },
    name(node) {
      const title = titleOf(node, contract);
      return title === undefined ? spoken(ownName(node, contract)) : `the ${decapitalised(title).replace(/^the /, "")}`;
    },
    named(step, decimals) {
      const name = words.name(step.node);
      const value =
        step.value.is === "number" ? showExactly(step.value.number, step.node.unit, decimals) : words.shown(step);
      return name === undefined ? value : `${name} (${value})`;
    },
  };
  return words;
}

function titleOf(node: ContractNode, contract: ContractModel): string | undefined {
  if (node.title !== undefined) return node.title;
  switch (node.kind) {
    case "given":
      return contract.figures.find(({ name }) => name === node.input)?.title;
    case "metric":
      return contract.metrics.find(({ name }) => name === node.metric)?.title;
    case "payment-value":
      return undefined;
    case "present":
    case "span":
      return node.name === undefined ? titleOf(contract.nodes[node.of]!, contract) : undefined;
    default:
      return undefined;
  }
}

/** Two decimals of a percentage that has no end (60.63%); everything else as it stands. */
function showExactly(value: Rational, unit: Unit, decimals?: number): string {
  const endless = isRatio(unit) && value.toDecimal() === undefined;
  return show(value, unit, decimals ?? (endless ? 2 : undefined));
}

/** "Target cost" → "target cost"; "NHS spend" stays. */
const decapitalised = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title[0]!.toLowerCase() + title.slice(1) : title;

/** A sentence begins with a capital, unless with a name of the contract's own ("actual-cost is …"): that is written as it is. */
export const capitalised = (text: string): string =>
  text === "" || /^[a-z][a-z0-9]*-[a-z0-9]/.test(text) ? text : text[0]!.toUpperCase() + text.slice(1);

/** "a", "a and b", "a, b and c". */
export const listed = (parts: readonly string[], last = "and"): string =>
  parts.length <= 1 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} ${last} ${parts.at(-1)}`;
