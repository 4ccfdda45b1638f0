import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { ADD, MISSING } from "../runtime.js";

const PLUS: Helper = {
  name: "plus",
  needs: [MISSING, ADD],
  text: "const plus = (...terms) => lacking(terms) ?? sum(terms);",
};

export const plus: Emitter<NodeOf<"plus">> = {
  helpers: [PLUS],
  emit: (node, w) => w.call(PLUS, ...node.terms.map((term) => w.value(term))),
  quick: (node, q) => node.terms.map((term) => q.number(term)).reduce((sum, term) => q.plus(sum, term)),
};
