import type { Module } from "langium";
import type { LangiumServices, PartialLangiumServices } from "langium/lsp";
import { ConcordatCompletionProvider } from "./completion.js";
import { ConcordatFixes } from "./fixes.js";
import { ConcordatFormatter } from "./formatter.js";
import { ConcordatHoverProvider } from "./hover.js";

/** What an editor asks: what may stand here, what it means, how to mend it. Renaming reaches into prose by itself. */
export const editorModule = {
  lsp: {
    CompletionProvider: (services) => new ConcordatCompletionProvider(services),
    HoverProvider: (services) => new ConcordatHoverProvider(services),
    CodeActionProvider: () => new ConcordatFixes(),
    Formatter: (services) => new ConcordatFormatter(services),
  },
} satisfies Module<LangiumServices, PartialLangiumServices>;
