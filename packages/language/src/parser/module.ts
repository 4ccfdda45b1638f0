import type { Module } from "langium";
import type { LangiumServices, PartialLangiumServices } from "langium/lsp";
import { ConcordatValidationRegistry } from "../checks/faults.js";
import { ConcordatLexer } from "./lexer.js";
import { ConcordatLinker } from "./linking.js";
import { ConcordatLexerMessages, ConcordatParserMessages } from "./messages.js";
import { createConcordatParser } from "./recovery.js";
import { ConcordatTokenBuilder } from "./tokens.js";
import { ConcordatDocumentValidator } from "./validator.js";
import { ConcordatValueConverter } from "./values.js";

/** How text becomes a tree, and what is said where it does not. */
export const parserModule = {
  parser: {
    TokenBuilder: () => new ConcordatTokenBuilder(),
    Lexer: (services) => new ConcordatLexer(services),
    LangiumParser: (services) => createConcordatParser(services),
    ValueConverter: () => new ConcordatValueConverter(),
    ParserErrorMessageProvider: () => new ConcordatParserMessages(),
    LexerErrorMessageProvider: () => new ConcordatLexerMessages(),
  },
  validation: {
    DocumentValidator: (services) => new ConcordatDocumentValidator(services),
    ValidationRegistry: (services) => new ConcordatValidationRegistry(services),
  },
  references: { Linker: (services) => new ConcordatLinker(services) },
} satisfies Module<LangiumServices, PartialLangiumServices>;
