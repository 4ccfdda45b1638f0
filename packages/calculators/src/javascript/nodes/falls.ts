import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { MISSING } from "../runtime.js";

const FALLS: Helper = {
  name: "falls",
  needs: [MISSING],
  text: `\
// Whether a date falls in the period. One that is not reported has not come yet.
const falls = (at, date) => !isMissing(date) && date >= at.period.from && date < at.period.to;`,
};

export const falls: Emitter<NodeOf<"falls">> = {
  helpers: [FALLS],
  emit: (node, w) => w.call(FALLS, "at", w.value(node.date)),
  quick(node) {
    throw new NotQuick(`${node.id} reads a date`);
  },
};
