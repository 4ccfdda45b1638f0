import type { AstNode } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { namesAround } from "../../names/around.js";
import { type Construct, lastEntry } from "./construct.js";

/** `two-step on experience with lower |`: the parameters of a shape that the contract declares. */
export function templateNamed(
  line: string,
  around: AstNode,
  shared: LangiumSharedServices,
): { construct: Construct; written: string } | undefined {
  const [, name, written] = /([A-Za-z][\w-]*)(?:\s+on\s+[\w.-]+)?\s+with\b((?:(?!\bwith\b)[\s\S])*)$/.exec(line) ?? [];
  const template = namesAround(around, shared)
    ?.things.get(name ?? "")
    ?.find(ast.isShapeTemplate);
  return template && { construct: constructOf(template), written: written ?? "" };
}

function constructOf({ name, title, parameters }: ast.ShapeTemplate): Construct {
  return {
    word: `${name} with`,
    parts: parameters.map((parameter) => ({
      label: `${parameter.name} ${parameter.type?.$cstNode?.text ?? ""}`.trim(),
      help: title ?? `A value for \`${parameter.name}\`.`,
    })),
    current: (written) => {
      const named = /^\s*([A-Za-z][\w-]*)/.exec(lastEntry(written))?.[1];
      const at = parameters.findIndex((parameter) => parameter.name === named);
      return at >= 0 ? at : Math.min(written.split(",").length, parameters.length) - 1;
    },
  };
}
