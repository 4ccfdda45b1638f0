import { z } from "zod";
import { IsoDateText, NodeBase } from "../contract/common.js";
import type { Evaluated, Evaluation, Place } from "../evaluate/evaluation.js";
import { partOf, periodBefore } from "../evaluate/taking-part.js";
import { anyMissing, asNumber, missing, number } from "../evaluate/value.js";
import { Rational } from "../numbers/rational.js";
import { type Calendar, type Period, periodAt, periodsOf, previousPeriod, stretchTo } from "../time/period.js";

/**
 * A value of other periods than the one in hand (rule 4): of the one before, of the year to date, of everything since the
 * start of the term, or the plain average of the last so many. Flows add; `recompute` says that it is a rate or a share,
 * which is worked out again from above and below the line over the whole stretch.
 */
export const ReachNode = NodeBase.extend({
  kind: z.literal("reach"),
  of: z.string(),
  how: z.enum(["previous", "year-to-date", "since-the-start", "average-of-the-last"]),
  count: z.number().int().positive().optional(),
  /** What stands where the term has no such earlier period. */
  first: z.string().optional(),
  recompute: z.boolean(),
  /** The day before the term from which the value is reported: periods that are wholly before the term count from then. */
  back: IsoDateText.optional(),
});
export type ReachNode = z.infer<typeof ReachNode>;

export const reach = {
  operands: ({ of, first }: ReachNode): string[] => [of, ...(first === undefined ? [] : [first])],
  /** Inputs: the value of each period that counts, or of the whole stretch; or what stands before the term. */
  evaluate(node: ReachNode, place: Place, evaluation: Evaluation): Evaluated {
    const periods = reached(node, place, evaluation);
    if (!periods) return beforeTheTerm(node, place, evaluation);
    const inputs = periods.map((period) => evaluation.step(node.of, { ...place, period }));
    const lack = anyMissing(inputs.map((step) => step.value));
    if (lack) return { value: lack, inputs };
    if (inputs.length === 1) return { value: inputs[0]!.value, inputs };
    const total = Rational.sum(inputs.map((step) => asNumber(step.value)));
    return {
      value: number(node.how === "average-of-the-last" ? total.over(Rational.of(inputs.length)) : total),
      inputs,
    };
  },
};

/** The periods that are reached, or undefined where the term does not go back so far. */
export function reached(
  node: ReachNode,
  place: Place,
  evaluation: Pick<Evaluation, "within" | "calendar" | "contract">,
): readonly Period[] | undefined {
  const { calendar } = evaluation;
  const { period } = place;
  switch (node.how) {
    case "previous": {
      const before = earlierPeriod(node, place, evaluation);
      return before && [before];
    }
    case "average-of-the-last": {
      const last = [period];
      while (last.length < node.count!) {
        const before = earlierPeriod(node, { ...place, period: last[0]! }, evaluation);
        if (!before) return undefined;
        last.unshift(before);
      }
      return last;
    }
    case "year-to-date":
    case "since-the-start": {
      const from = node.how === "since-the-start" ? calendar.from : periodAt("year", period.from, calendar).from;
      const stretch = stretchTo(period, from, calendar);
      if (node.recompute) return [partOf(evaluation.contract, { ...place, period: stretch }) ?? stretch];
      return [...beforeTerm(node, period, calendar), ...evaluation.within(period.kind, stretch)].flatMap(
        (one) => partOf(evaluation.contract, { ...place, period: one }) ?? [],
      );
    }
  }
}

/** The period before, also one before the term where the value is reported for all of it. */
function earlierPeriod(
  { back }: ReachNode,
  place: Place,
  evaluation: Pick<Evaluation, "calendar" | "contract">,
): Period | undefined {
  const { calendar, contract } = evaluation;
  if (back === undefined || previousPeriod(place.period, calendar)) return periodBefore(place, evaluation);
  const before = previousPeriod(place.period, { ...calendar, from: back });
  return before && before.fullFrom >= back ? partOf(contract, { ...place, period: before }) : undefined;
}

/** The periods wholly before the term that the year to date, or everything since the start, begins with. */
function beforeTerm({ how, back }: ReachNode, { kind, from }: Period, calendar: Calendar): readonly Period[] {
  if (back === undefined || kind === "term") return [];
  const year = periodAt("year", from, { ...calendar, from: back }).from;
  const start = how === "since-the-start" ? back : year;
  const first = periodAt(kind, calendar.from, calendar).fullFrom;
  if (start >= first) return [];
  return periodsOf(kind, { ...calendar, from: start, to: first }).filter(({ fullFrom }) => fullFrom >= start);
}

function beforeTheTerm(node: ReachNode, place: Place, evaluation: Evaluation): Evaluated {
  if (node.first !== undefined) {
    const first = evaluation.step(node.first, place);
    return { value: first.value, inputs: [first] };
  }
  const { name, source } = evaluation.contract.nodes[node.of]!;
  const why = `the term has no period so long before ${place.period.label}`;
  return { value: missing({ input: node.name ?? name ?? "this", why, source }), inputs: [] };
}
