import { type AstNode, isAstNode, isReference, type Reference } from "langium";
import { remembered } from "./remembered.js";

interface Within {
  readonly nodes: readonly AstNode[];
  readonly references: readonly Reference[];
}

/** One walk of a declaration's tree serves all who look for something in it: there are many, and walks of trees add up. */
const within = remembered((root: AstNode): Within => {
  const nodes: AstNode[] = [];
  const references: Reference[] = [];
  const meet = (value: unknown): void => {
    if (isReference(value)) references.push(value);
    else if (isAstNode(value)) visit(value);
  };
  const visit = (node: AstNode): void => {
    nodes.push(node);
    for (const [property, value] of Object.entries(node)) {
      if (property.startsWith("$")) continue;
      if (Array.isArray(value)) value.forEach(meet);
      else meet(value);
    }
  };
  visit(root);
  return { nodes, references };
});

/** A declaration and everything below it, in the order of the text's tree. */
export const nodesWithin = (root: AstNode): readonly AstNode[] => within(root).nodes;

/** Every name in a declaration. */
export const referencesWithin = (root: AstNode): readonly Reference[] => within(root).references;
