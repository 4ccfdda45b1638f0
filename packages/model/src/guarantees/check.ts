import type { ContractModel } from "../contract/contract.js";
import type { Example } from "../contract/examples.js";
import type { Guarantee } from "../contract/guarantees.js";
import { evaluatorOf } from "../evaluate/evaluator.js";
import { inputsOf, periodOf } from "../examples/given.js";
import { boundsIn } from "./bounds.js";
import { movesIn } from "./moves.js";

/** What a claim came to in one case: undefined where the case cannot tell, for want of an input. */
export type Verdict = { readonly holds: boolean; readonly sentence: string } | undefined;

export interface GuaranteeResult {
  readonly name: string;
  readonly title?: string;
  readonly passed: boolean;
  /** Worked examples in which it was tested and held. */
  readonly held: number;
  /** Examples that break it, and how. */
  readonly broken: readonly { readonly example: string; readonly sentence: string }[];
  /** "Held on 3 worked examples; not proved." */
  readonly sentence: string;
  readonly source: Guarantee["source"];
}

/**
 * Tests a claim on every worked example: a bound on what the example comes to, a direction and a cliff also around it, at
 * each value at which a rule of the payment begins to say something else. Examples prove nothing of other outcomes, and
 * the sentence says so.
 */
export function checkGuarantee(contract: ContractModel, guarantee: Guarantee): GuaranteeResult {
  const broken: { example: string; sentence: string }[] = [];
  let held = 0;
  for (const example of contract.examples) {
    const verdicts = verdictsOn(contract, guarantee, example).filter((verdict) => verdict !== undefined);
    const failed = verdicts.find(({ holds }) => !holds);
    if (failed) broken.push({ example: example.name, sentence: failed.sentence });
    else if (verdicts.length > 0) held++;
  }
  const { name, title, source } = guarantee;
  return {
    name,
    ...(title === undefined ? {} : { title }),
    passed: broken.length === 0,
    held,
    broken,
    sentence: sentenceOf(held, broken),
    source,
  };
}

function verdictsOn(contract: ContractModel, { claim }: Guarantee, example: Example): Verdict[] {
  const { calendar } = evaluatorOf(contract, []);
  const evaluator = evaluatorOf(contract, inputsOf(contract, example, calendar));
  const period = periodOf(example.period, calendar);
  return claim.kind === "direction" || claim.kind === "cliff"
    ? movesIn(claim, period, evaluator)
    : boundsIn(claim, period, evaluator);
}

function sentenceOf(held: number, broken: GuaranteeResult["broken"]): string {
  if (broken.length > 0) return broken.map(({ example, sentence }) => `Broken in ${example}: ${sentence}`).join(" ");
  if (held === 0) return "No worked example tests it; not proved.";
  return `Held on ${held} worked ${held === 1 ? "example" : "examples"}; not proved.`;
}
