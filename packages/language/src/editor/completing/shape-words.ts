import { AstUtils, GrammarAST } from "langium";
import type { CompletionContext, LangiumSharedServices } from "langium/lsp";
import * as ast from "../../generated/ast.js";
import { namesAround } from "../../names/around.js";

/**
 * A place without the words that go on with the use of a shape, where no shape is named: `pays new-people |`. The grammar
 * knows names alone, and not what is called so.
 */
export function withoutShapeWords(context: CompletionContext, shared: LangiumSharedServices): CompletionContext {
  const features = context.features.filter(
    ({ feature }) => !GrammarAST.isKeyword(feature) || !lacksShape(feature, context, shared),
  );
  return { ...context, features };
}

function lacksShape(
  keyword: GrammarAST.Keyword,
  { node, textDocument, tokenOffset }: CompletionContext,
  shared: LangiumSharedServices,
): boolean {
  if (AstUtils.getContainerOfType(keyword, GrammarAST.isParserRule)?.name !== ast.ShapeUse.$type || !node) return false;
  const before = textDocument.getText().slice(Math.max(0, tokenOffset - 200), tokenOffset);
  const words = before.match(/[A-Za-z][\w-]*(?:\.[\w-]+)?(?=\s)/g) ?? [];
  const names = namesAround(node, shared)?.things;
  const isShape = (word: string): boolean => word.includes(".") || names?.get(word)?.some(ast.isShapeTemplate) === true;
  // `with` may stand behind what the shape is laid on.
  return !(keyword.value === "on" ? words.slice(-1) : words).some(isShape);
}
