import type { Module } from "langium";
import type { LangiumServices, PartialLangiumServices } from "langium/lsp";
import { ConcordatLexer } from "./lexer.js";
import { ConcordatTokenBuilder } from "./tokens.js";
import { ConcordatValueConverter } from "./values.js";

/** How text becomes a tree, and what is said where it does not. */
export const parserModule = {
  parser: {
    TokenBuilder: () => new ConcordatTokenBuilder(),
    Lexer: (services) => new ConcordatLexer(services),
    ValueConverter: () => new ConcordatValueConverter(),
  },
  validation: {},
  references: {},
} satisfies Module<LangiumServices, PartialLangiumServices>;
