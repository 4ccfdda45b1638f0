import { GrammarUtils } from "langium";
import * as ast from "../generated/ast.js";
import { fix, insertAfter, remove } from "./edits.js";
import type { Mends } from "./mends.js";

/** Imports and deeds. */
export const reuseMends: Mends = {
  "import-twice": ({ node }) => [fix("Leave this import out", remove(node))],
  "deed-adds-twice": ({ node }) => {
    const word = GrammarUtils.findNodeForKeyword(node.$container?.$cstNode, "add");
    return word ? [fix("Write change", { offset: word.offset, length: word.length, text: "change" })] : [];
  },
  "deed-inside-period": ({ node }) =>
    ast.isEffectiveLine(node)
      ? [fix("Write metrics measured over the whole year", insertAfter(node, ", metrics measured over the whole year"))]
      : [],
};
