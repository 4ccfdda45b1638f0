import type { Place } from "../../evaluate/evaluation.js";
import type { GivenNode } from "../../nodes/given.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { figureBounds, tallyBounds } from "../inputs.js";
import { everything, exactly, type Interval, times } from "../interval.js";
import { eitherTruth, numbers, type Possible } from "../possible.js";

/** What the type of a figure and the kind of a tally let it be. Over several periods read as one, that for each of them. */
export function given(node: GivenNode, { period }: Place, bounding: Bounding): Possible {
  const { unit, input } = node;
  if (unit.kind === "truth") return eitherTruth;
  if (unit.kind === "date") return { dates: true };
  if (unit.kind !== "quantity") return { names: "any" };
  const { figures, tallies, cards = [], records } = bounding.contract;
  const figure = figures.find(({ name }) => name === input);
  if (node.of === "figure") {
    const one = figure ? figureBounds(figure) : everything;
    return numbers(figure?.timing === "during" ? repeated(one, period.stretch === true, bounding, period) : one);
  }
  const tally = tallies.find(({ name }) => name === input);
  const one = tally ? tallyBounds(tally, records, cards) : everything;
  const adds = tally !== undefined && !["median", "percentile", "minimum", "maximum"].includes(tally.aggregate);
  return numbers(adds ? repeated(one, period.stretch === true, bounding, period) : one);
}

function repeated(one: Interval, several: boolean, bounding: Bounding, period: Place["period"]): Interval {
  return several ? times(one, exactly(Rational.of(bounding.within(period.kind, period).length))) : one;
}
