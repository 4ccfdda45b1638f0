import { z } from "zod";
import { NodeBase } from "../contract/common.js";
import type { InputValue } from "../contract/data.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, number, truthValue, type Value } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";

/** What outcome data gives: a figure or a tally, a number, a yes or no, or a date. `input` is its name there. */
export const GivenNode = NodeBase.extend({
  kind: z.literal("given"),
  input: z.string(),
  of: z.enum(["figure", "tally"]),
});
export type GivenNode = z.infer<typeof GivenNode>;

export const given = {
  operands: (_node: GivenNode): string[] => [],
  evaluate(node: GivenNode, place: Place, evaluation: Evaluation): Evaluated {
    const found = evaluation.input(node.input, place);
    if (!found && place.period.stretch && adds(node, evaluation)) return summed(node, place, evaluation);
    const whose = Object.values(place.of).join(", ");
    const lack = {
      input: node.input,
      why: found?.why ?? `no value for ${place.period.label}${whose ? ` (${whose})` : ""}`,
      source: node.source,
    };
    const value: Value = found?.value == null ? missing(lack) : valueIn(node, found.value);
    return { value, inputs: [], ...givenBy(found) };
  },
};

/** Where a value was read, whether it may still change, and whether it tells of few persons. */
export const givenBy = (found: InputValue | undefined): Pick<Evaluated, "origin" | "provisional" | "few"> => ({
  ...(found?.origin ? { origin: found.origin } : {}),
  ...(found?.provisional ? { provisional: true } : {}),
  ...(found?.few ? { few: true } : {}),
});

/** Over several periods that are read as one, flows, counts and sums add; people counted once do not, nor do levels, nor what stands in the middle. */
function adds({ input, of }: GivenNode, { contract }: Evaluation): boolean {
  return of === "figure"
    ? contract.figures.some(({ name, timing }) => name === input && timing === "during")
    : contract.tallies.some(({ name, aggregate }) => name === input && (aggregate === "count" || aggregate === "sum"));
}

function summed(node: GivenNode, place: Place, evaluation: Evaluation): Evaluated {
  const periods = evaluation.within(place.period.kind, place.period);
  const inputs = periods.map((period) => evaluation.step(node.id, { ...place, period }));
  const lack = anyMissing(inputs.map((step) => step.value));
  return { value: lack ?? number(Rational.sum(inputs.map((step) => asNumber(step.value)))), inputs };
}

/** A date is ISO text; yes and no are 1 and 0. */
function valueIn({ unit }: GivenNode, text: string): Value {
  if (unit.kind === "date") return { is: "date", date: text };
  const value = Rational.parse(text);
  return unit.kind === "truth" ? truthValue(!value.isZero) : number(value);
}
