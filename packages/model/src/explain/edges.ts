import type { Place, Step } from "../evaluate/evaluation.js";
import { everyStep } from "../evaluate/reason.js";
import { asNumber } from "../evaluate/value.js";
import { edges as sliceEdges } from "../nodes/banded.js";
import { Rational } from "../numbers/rational.js";

/** An input of the data that a rule tests directly. */
export interface TestedInput {
  readonly name: string;
  readonly place: Place;
  /** The step that reads it, with its present value. */
  readonly step: Step;
}

/** A value of an input at which a rule begins to say something else. */
export interface Edge {
  readonly input: TestedInput;
  readonly at: Rational;
  readonly what: "tier" | "condition" | "point of the line" | "band";
  /** A comparison may hold at the edge itself and not just past it. */
  readonly past: boolean;
}

/**
 * The edges of every shape and gate below these steps that looks directly at a metric, at a figure, or at the difference
 * between one of them and a value that the contract fixes. What is made of several inputs has none.
 */
export const edgesOf = (steps: readonly Step[]): Edge[] => everyStep(steps).flatMap(edgesOfStep);

function edgesOfStep(step: Step): Edge[] {
  const { node, inputs, value } = step;
  if (value.is === "missing") return [];
  switch (node.kind) {
    case "tiered":
      return inputs.flatMap((input) => testEdges(input, "tier"));
    case "only-when":
      return testEdges(inputs[0]!, "condition");
    case "scaled": {
      const ats = node.points.map((_, index) => inputs[2 + 2 * index]!);
      return ats.every(isFixed) ? shapeEdges(inputs[0]!, ats.map(numberOf), "point of the line") : [];
    }
    case "banded": {
      if (!inputs.slice(1).every(isFixed)) return [];
      const byId = new Map(inputs.map((input) => [input.node.id, input]));
      const worth = (id: string): Rational => numberOf(byId.get(id)!);
      let passed = Rational.zero;
      const ats = node.slices.flatMap((slice) => {
        const [from, to] = sliceEdges(slice, passed, worth);
        if (to) passed = to;
        return to ? [from, to] : [from];
      });
      return shapeEdges(inputs[0]!, ats, "band");
    }
    default:
      return [];
  }
}

function testEdges(step: Step, what: Edge["what"]): Edge[] {
  if (step.node.kind === "logic") return step.inputs.flatMap((input) => testEdges(input, what));
  if (step.node.kind !== "test") return [];
  const [left, right] = step.inputs as [Step, Step];
  if (!isFixed(right) || right.value.is !== "number") return [];
  return through(left, numberOf(right), what, true);
}

const shapeEdges = (x: Step, ats: readonly Rational[], what: Edge["what"]): Edge[] =>
  ats.flatMap((at) => through(x, at, what, false));

/** Where the input itself stands when `x`, which reads it, is at an edge. */
function through(x: Step, at: Rational, what: Edge["what"], past: boolean): Edge[] {
  const { node, inputs } = x;
  if (node.kind === "compares" && inputs.every(({ value }) => value.is === "number") && isFixed(inputs[1]!)) {
    const expected = numberOf(inputs[1]!);
    return through(inputs[0]!, node.side === "below" ? expected.less(at) : expected.plus(at), what, past);
  }
  const input = inputOf(x);
  return input ? [{ input, at, what, past }] : [];
}

function inputOf(step: Step): TestedInput | undefined {
  const { node, place, inputs, value, remedied } = step;
  if (value.is !== "number" || remedied) return undefined;
  if (node.kind === "present") return inputOf(inputs[0]!);
  if (node.kind === "metric") return { name: node.metric, place, step };
  if (node.kind === "given" && node.of === "figure") return { name: node.input, place, step };
  return undefined;
}

const FROM_DATA = ["given", "metric", "payment-value", "line-value", "balance", "reach"];
const isFixed = (step: Step): boolean => everyStep([step]).every(({ node }) => !FROM_DATA.includes(node.kind));
const numberOf = (step: Step): Rational => asNumber(step.value);
