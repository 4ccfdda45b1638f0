import { runExample, type StatementStep } from "@concordat/model";
import { type AstNode, GrammarUtils, type LeafCstNode } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { weightInMoney } from "../inlay/money.js";
import { fixedMoneyAt, inWords, type Worked, workedAround } from "../worked.js";

/** What an amount comes to that is made of others: by itself where no data decide it, else in the contract's own example. */
export function amountMeant(leaf: LeafCstNode, shared: LangiumSharedServices): string | undefined {
  const node = amountAt(leaf);
  const worked = node && workedAround(node, shared);
  if (!node || !worked) return undefined;
  const fixed = ast.isWeightLine(node) ? weightInMoney(node, worked) : fixedMoneyAt(node, worked);
  const whole = `\`${(ast.isWeightLine(node) ? `weight ${node.weight.value}%` : node.$cstNode!.text).replace(/\s+/g, " ")}\``;
  if (fixed) return `${whole} is **${inWords(fixed)}**.`;
  return inExample(node, worked);
}

/** `20% of …` at its percentage, `a times b` at its word. */
function amountAt({ astNode, offset }: LeafCstNode): AstNode | undefined {
  const { $container: around } = astNode;
  if (ast.isPercent(astNode) || ast.isPartOf(astNode)) {
    if (ast.isOf(around) && around.left === astNode) return around;
    return ast.isWeightLine(around) ? around : undefined;
  }
  if (!ast.isOf(astNode) && !ast.isArithmetic(astNode)) return undefined;
  const word = GrammarUtils.findNodeForProperty(astNode.$cstNode, "operator");
  return ast.isOf(astNode) || word?.offset === offset ? astNode : undefined;
}

/** The first example in which it is worked out, in the words of its explanation. */
function inExample(node: AstNode, worked: Worked): string | undefined {
  const nodes = new Set(worked.at(node).map(({ id }) => id));
  if (nodes.size === 0) return undefined;
  for (const { title, sentences } of workings(worked)) {
    for (const [id, sentence] of sentences) if (nodes.has(id)) return `In the example *${title}*: ${sentence}`;
  }
  return undefined;
}

interface Working {
  readonly title: string;
  readonly sentences: ReadonlyMap<string, string>;
}
const known = new WeakMap<Worked, readonly Working[]>();

function workings(worked: Worked): readonly Working[] {
  const kept = known.get(worked);
  if (kept) return kept;
  const { contract } = worked;
  const found = contract.examples.map((example) => {
    const sentences = new Map<string, string>();
    const collect = ({ node, sentence, exact, inputs }: StatementStep): void => {
      if (exact !== undefined && exact !== null && !sentences.has(node)) sentences.set(node, sentence);
      for (const input of inputs) collect(input);
    };
    for (const { steps } of runExample(contract, example).expectations) for (const step of steps) collect(step);
    return { title: example.title ?? example.name, sentences };
  });
  known.set(worked, found);
  return found;
}
