import { boundingOf } from "../bounds/bounding-of.js";
import type { ContractModel } from "../contract/contract.js";
import type { Example } from "../contract/examples.js";
import type { Claim, Guarantee } from "../contract/guarantees.js";
import { type Evaluator, evaluatorOf } from "../evaluate/evaluator.js";
import { inputsOf, periodOf } from "../examples/given.js";
import { Rational } from "../numbers/rational.js";
import { type Period, periodsOf } from "../time/period.js";
import { boundsIn } from "./bounds.js";
import { movesIn } from "./moves.js";
import { boundsImply } from "./prove-bounds.js";
import { figuresOf, search } from "./search.js";
import { signOfPayment } from "./sign.js";
import { variationOf } from "./variation.js";

/** What a claim came to in one case: undefined where the case cannot tell, for want of an input. */
export type Verdict =
  | {
      readonly holds: boolean;
      readonly sentence: string;
      /** Of a bound: by how much it is passed; below nothing, how far off it is. */
      readonly over?: Rational;
    }
  | undefined;

/** A claim is proved for every outcome that can happen, refuted by one, or neither. */
export type Standing = "proved" | "refuted" | "not-proved";

export interface GuaranteeResult {
  readonly name: string;
  readonly title?: string;
  readonly verdict: Standing;
  /** It is not refuted. */
  readonly passed: boolean;
  /** Worked examples in which it was tested and held. */
  readonly held: number;
  /** Examples that break it, and how. */
  readonly broken: readonly { readonly example: string; readonly sentence: string }[];
  /** Where no example does: figures that break it, and how. */
  readonly counterexample?: {
    readonly period: string;
    readonly figures: readonly { readonly name: string; readonly value: string }[];
    readonly sentence: string;
  };
  /** "Proved for every outcome that can happen." */
  readonly sentence: string;
  readonly source: Guarantee["source"];
}

/**
 * Whether a claim holds of every outcome that can happen. It is proved where the bounds of the contract imply it, or the
 * direction or the largest step of every rule between the metric and the payment; it is refuted where an example breaks it,
 * or an outcome that the search finds and that is settled like any other. Else it is not proved, which says no more.
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
  const { name, title, source, claim } = guarantee;
  const result = (verdict: Standing, sentence: string, more: Partial<GuaranteeResult> = {}): GuaranteeResult => ({
    name,
    ...(title === undefined ? {} : { title }),
    verdict,
    passed: verdict !== "refuted",
    held,
    broken,
    sentence,
    source,
    ...more,
  });
  if (broken.length > 0)
    return result("refuted", broken.map(({ example, sentence }) => `Broken in ${example}: ${sentence}`).join(" "));
  if (isProved(claim, contract)) return result("proved", "Proved for every outcome that can happen.");
  const { counterexample, tried } = findBroken(claim, contract);
  if (counterexample) return result("refuted", brokenSentence(counterexample), { counterexample });
  return result("not-proved", notProved(held, tried));
}

function isProved(claim: Claim, contract: ContractModel): boolean {
  if (claim.kind !== "direction" && claim.kind !== "cliff") return boundsImply(claim, contract);
  const bounding = boundingOf(contract);
  const payment = contract.payments.find(({ name }) => name === claim.payment);
  const places = payment ? periodsOf(payment.each, bounding.calendar).map((period) => ({ period, of: {} })) : [];
  if (claim.kind === "cliff") {
    const [change, most] = [Rational.parse(claim.change), Rational.parse(claim.most)];
    return places.every((place) => {
      const moves = variationOf(payment!, claim.metric, change, place, bounding);
      return moves !== undefined && !moves.above(most);
    });
  }
  const wanted = (claim.never === "falls") === (claim.direction === "up") ? "up" : "down";
  return places.every((place) => ["still", wanted].includes(signOfPayment(payment!, claim.metric, place, bounding)));
}

type Counterexample = NonNullable<GuaranteeResult["counterexample"]>;

/** An outcome that breaks the claim, looked for in the first and in the last of its periods. */
function findBroken(claim: Claim, contract: ContractModel): { counterexample?: Counterexample; tried: number } {
  const { calendar } = boundingOf(contract);
  const payment = "payment" in claim ? contract.payments.find(({ name }) => name === claim.payment) : undefined;
  const kind = "each" in claim ? claim.each : (payment?.each ?? "year");
  const periods = periodsOf(kind, calendar);
  const both = [...new Set([periods[0], periods.at(-1)])].filter((period) => period !== undefined);
  let tried = 0;
  for (const period of both) {
    const found = search(contract, period, (evaluator) => excessIn(claim, period, evaluator));
    tried += found.tried;
    if (!found.broken || !found.evaluator) continue;
    const verdicts = verdictsIn(claim, period, found.evaluator);
    const sentence = verdicts.find((verdict) => verdict?.holds === false)?.sentence;
    if (sentence === undefined) continue;
    return { counterexample: { period: period.label, figures: figuresOf(found.broken, contract), sentence }, tried };
  }
  return { tried };
}

/** By how much a bound is passed; of a direction or a cliff only whether. */
function excessIn(claim: Claim, period: Period, evaluator: Evaluator): Rational | undefined {
  const verdicts = verdictsIn(claim, period, evaluator).filter((verdict) => verdict !== undefined);
  if (verdicts.length === 0) return undefined;
  if (verdicts.some(({ holds }) => !holds)) return Rational.one;
  const over = verdicts.flatMap((verdict) => verdict.over ?? []);
  return over.length > 0 ? over.reduce(Rational.higher) : Rational.zero;
}

const verdictsIn = (claim: Claim, period: Period, evaluator: Evaluator): Verdict[] =>
  claim.kind === "direction" || claim.kind === "cliff"
    ? movesIn(claim, period, evaluator)
    : boundsIn(claim, period, evaluator);

function verdictsOn(contract: ContractModel, { claim }: Guarantee, example: Example): Verdict[] {
  const { calendar } = evaluatorOf(contract, []);
  const evaluator = evaluatorOf(contract, inputsOf(contract, example, calendar));
  return verdictsIn(claim, periodOf(example.period, calendar), evaluator);
}

function brokenSentence({ period, figures, sentence }: Counterexample): string {
  const given = figures.map(({ name, value }) => `${name} ${value}`).join(", ");
  return `Broken in ${period}${given === "" ? "" : ` with ${given}`}: ${sentence}`;
}

function notProved(held: number, tried: number): string {
  const examples =
    held === 0 ? "No worked example tests it" : `Held on ${held} worked ${held === 1 ? "example" : "examples"}`;
  return `${examples} and on ${tried} other outcomes, at the ends of ranges and where rules change; not proved.`;
}
