import { z } from "zod";
import { NodeBase, RationalText } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { anyMissing, asNumber, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { show } from "../units/show.js";
import { givenBy } from "./given.js";

/**
 * The value of a metric: what its formula makes of tallies and figures over the period in hand, so that rates and shares
 * are always recomputed from above and below the line, never averaged (rule 4). An example may give it directly.
 */
export const MetricNode = NodeBase.extend({
  kind: z.literal("metric"),
  metric: z.string(),
  of: z.string(),
  needs: z.object({ atLeast: RationalText, tally: z.string(), what: z.string() }).optional(),
});
export type MetricNode = z.infer<typeof MetricNode>;

export const metric = {
  operands: (node: MetricNode): string[] => [node.of, ...(node.needs ? [node.needs.tally] : [])],
  evaluate(node: MetricNode, place: Place, evaluation: Evaluation): Evaluated {
    const direct = evaluation.input(node.metric, place);
    if (direct) {
      const why = direct.why ?? "not reported";
      const value =
        direct.value === null
          ? missing({ input: node.metric, why, source: node.source })
          : number(Rational.parse(direct.value));
      return { value, inputs: [], ...givenBy(direct) };
    }
    const inner = evaluation.contract.nodes[node.of]!;
    // A count or a sum over several periods is the sum of theirs, however each is known.
    if (place.period.stretch && inner.kind === "given") return summed(node, place, evaluation);
    if (node.needs) {
      const enough = evaluation.step(node.needs.tally, place);
      const least = Rational.parse(node.needs.atLeast);
      if (enough.value.is === "number" && asNumber(enough.value).below(least)) {
        const why = `${show(asNumber(enough.value), enough.node.unit)}, and at least ${show(least, enough.node.unit)} are needed`;
        return { value: missing({ input: node.metric, why, source: node.source }), inputs: [enough] };
      }
    }
    const formula = evaluation.step(node.of, place);
    if (formula.value.is !== "missing") return { value: formula.value, inputs: [formula] };
    const lacks = formula.value.lacks.map((lack) => ({
      ...lack,
      input: node.metric,
      why: `${lack.input}: ${lack.why}`,
    }));
    return { value: missing(...lacks), inputs: [formula] };
  },
};

function summed(node: MetricNode, place: Place, evaluation: Evaluation): Evaluated {
  const periods = evaluation.within(place.period.kind, place.period);
  const inputs = periods.map((period) => evaluation.step(node.id, { ...place, period }));
  const lack = anyMissing(inputs.map((step) => step.value));
  return { value: lack ?? number(Rational.sum(inputs.map((step) => asNumber(step.value)))), inputs };
}
