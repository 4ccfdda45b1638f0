import type { NodeOf } from "@concordat/model";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { MISSING } from "../runtime.js";

/** What is not known is not false: one missing condition makes the whole missing. */
const HELPERS: Readonly<Record<NodeOf<"logic">["operator"], Helper>> = {
  and: {
    name: "and",
    needs: [MISSING],
    text: "const and = (...conditions) => lacking(conditions) ?? conditions.every(Boolean);",
  },
  or: {
    name: "or",
    needs: [MISSING],
    text: "const or = (...conditions) => lacking(conditions) ?? conditions.some(Boolean);",
  },
  not: {
    name: "not",
    needs: [MISSING],
    text: "const not = (condition) => lacking([condition]) ?? !condition;",
  },
};

export const logic: Emitter<NodeOf<"logic">> = {
  helpers: Object.values(HELPERS),
  emit: (node, w) => w.call(HELPERS[node.operator], ...node.operands.map((operand) => w.value(operand))),
  quick(node, q) {
    const codes = node.operands.map((operand) => q.truth(operand).code);
    const code = node.operator === "not" ? `!${codes[0]}` : codes.join(node.operator === "and" ? " && " : " || ");
    return { is: "truth", code: q.code.variable(code, false) };
  },
};
