import type { ContractModel } from "@concordat/model";
import { CALENDAR } from "./calendar.js";
import type { Helper } from "./helper.js";
import { dataLiteral } from "./names.js";
import { MISSING, PARSE } from "./runtime.js";

export const INPUTS: Helper = {
  name: "find",
  needs: [MISSING, PARSE, CALENDAR],
  text: `\
const KINDS = ["month", "quarter", "half-year", "year", "term"];
const inputKey = (name, of, from, to) => {
  const axes = INPUTS.get(name)?.axes ?? [];
  return JSON.stringify([name, from, to, ...axes.map((axis) => of[axis])]);
};

// Values by name, participant and whole period; the later of two for one place stands.
function indexOf(values) {
  const index = new Map();
  for (const value of values) {
    index.set(inputKey(value.name, value.of, value.from, value.to), value);
    if (INPUTS.get(value.name)?.once) index.set(inputKey(value.name, value.of, "once", ""), value);
  }
  return index;
}

// The value of an input at a place. A figure of a longer period is that of the period which holds this one.
function find(name, { run, period, of }) {
  const { each, once } = INPUTS.get(name);
  const found = run.inputs.get(inputKey(name, of, period.fullFrom, period.fullTo));
  if (found) return found;
  if (once) return run.inputs.get(inputKey(name, of, "once", ""));
  if (!each || KINDS.indexOf(each) <= KINDS.indexOf(period.kind)) return undefined;
  const longer = PERIODS[each].find(({ from, to }) => from <= period.from && period.from < to);
  return longer && run.inputs.get(inputKey(name, of, longer.fullFrom, longer.fullTo));
}`,
};

/** What the contract declares of its inputs: the table that `INPUTS` reads. */
export function writeInputs({ figures, tallies, metrics, nodes }: ContractModel): string {
  const rows = [
    ...figures.map(({ name, axes, each, timing }) => [name, { axes, each, once: timing === "once" }]),
    ...tallies.map(({ name, by }) => [name, { axes: by.map(({ axis }) => axis), each: null, once: false }]),
    ...metrics.map(({ name, axes }) => [name, { axes, each: null, once: false }]),
    ...Object.values(nodes).flatMap((node) =>
      node.kind === "balance" && node.reads === "before"
        ? [[node.balance, { axes: node.axes, each: null, once: false }]]
        : [],
    ),
  ];
  return `const INPUTS = new Map([\n${rows.map((row) => `  ${dataLiteral(row)},\n`).join("")}]);`;
}
