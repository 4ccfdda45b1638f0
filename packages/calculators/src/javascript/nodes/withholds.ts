import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING, SUBTRACT } from "../runtime.js";

const WITHHOLDS: Helper = {
  name: "withholds",
  needs: [MISSING, SUBTRACT],
  text: `\
// What is withheld less what is earned back of it.
const withholds = (withheld, back) => lacking([withheld, back]) ?? subtract(withheld, back);`,
};

export const withholds: Emitter<NodeOf<"withholds">> = {
  helpers: [WITHHOLDS],
  emit: (node, w) => w.call(WITHHOLDS, w.value(node.withheld), w.value(node.back)),
  quick: (node, q) => q.less(q.number(node.withheld), q.number(node.back)),
};
