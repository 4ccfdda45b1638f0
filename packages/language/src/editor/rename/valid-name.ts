import type { LangiumServices } from "langium/lsp";
import { RESERVED } from "../../parser/tokens.js";

/** Why a word cannot be a name; undefined where it can. */
export function whyNoName(name: string, { parser }: LangiumServices): string | undefined {
  if (name.trim() === "") return "A name is needed.";
  if (RESERVED.has(name)) return `"${name}" joins values in the language, so it cannot be a name. Choose another.`;
  const { tokens, errors } = parser.Lexer.tokenize(name);
  const [token] = tokens;
  const one = tokens.length === 1 && errors.length === 0 && token!.image === name;
  const isName = token?.tokenType.name === "NAME" || token?.tokenType.CATEGORIES?.some((kind) => kind.name === "ID");
  return one && isName
    ? undefined
    : `"${name}" is not a name: a name begins with a letter and goes on with letters, digits and single hyphens, as in actual-cost.`;
}
