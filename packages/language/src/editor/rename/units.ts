import { type AstNode, AstUtils, GrammarUtils } from "langium";
import * as ast from "../../generated/ast.js";
import { plural } from "../../lowering/literals.js";
import { contractOf } from "../../names/declared.js";
import type { Place } from "../rename.js";

/** What is counted in records is a unit: `at least 100 spells`, `£300 a spell`. It goes by their name. */
export function unitsNamed(
  thing: AstNode,
  newName: string,
): { readonly uses: readonly (readonly [string, Place])[]; readonly problem?: string } {
  const contract = contractOf(thing);
  if (!ast.isRecords(thing) || !contract) return { uses: [] };
  const uri = AstUtils.getDocument(thing).uri.toString();
  const uses = AstUtils.streamAllContents(contract)
    .toArray()
    .flatMap((node) => {
      const property = unitOf(node);
      const cst = property && GrammarUtils.findNodeForProperty(node.$cstNode, property);
      if (!cst || plural(cst.text) !== thing.name) return [];
      const { offset, end, range } = cst;
      return [[uri, { offset, end, range, text: cst.text === thing.name ? newName : singular(newName) }] as const];
    });
  if (uses.length > 0 && plural(newName) !== newName)
    return {
      uses,
      problem: `${thing.name} are counted as a unit, so their name is a plural. Choose one that ends in s.`,
    };
  return { uses };
}

/** What is written after "a", and read as that plural. */
function singular(name: string): string {
  const tries = [name.replace(/ies$/, "y"), name.replace(/es$/, ""), name.replace(/s$/, "")];
  return tries.find((one) => one !== name && plural(one) === name) ?? name;
}

function unitOf(node: AstNode): string | undefined {
  if (ast.isMoney(node) || ast.isNumberLiteral(node) || ast.isPriceFor(node)) return "unit";
  return ast.isCountType(node) ? "of" : undefined;
}
