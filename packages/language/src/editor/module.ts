import type { Module } from "langium";
import type { LangiumServices, PartialLangiumServices } from "langium/lsp";

/** What an editor asks: completion, hover and the like. */
export const editorModule = {
  lsp: {},
} satisfies Module<LangiumServices, PartialLangiumServices>;
