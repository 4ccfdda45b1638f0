import type { Module } from "langium";
import type {
  LangiumServices,
  LangiumSharedServices,
  PartialLangiumServices,
  PartialLangiumSharedServices,
} from "langium/lsp";
import { ConcordatCompletionProvider } from "./completion.js";
import { ConcordatFeeding } from "./feeding.js";
import { ConcordatFixes } from "./fixes.js";
import { ConcordatFolding } from "./folding.js";
import { ConcordatFormatter } from "./formatter.js";
import { ConcordatHoverProvider } from "./hover.js";
import { ConcordatInlayHints } from "./inlay/hints.js";
import { ConcordatNodeKinds } from "./kinds.js";
import { ConcordatLinks } from "./links.js";
import { ConcordatReferences } from "./references.js";
import { ConcordatRenameProvider } from "./rename.js";
import { ConcordatSemanticTokens } from "./semantic-tokens.js";
import { ConcordatSignatureHelp } from "./signatures/help.js";
import { ConcordatSymbols } from "./symbols.js";
import { ConcordatWorkspaceSymbols } from "./workspace-symbols.js";

/** What an editor asks: what may stand here, what it means, how to mend it. Renaming reaches into prose by itself. */
export const editorModule = {
  references: { References: (services) => new ConcordatReferences(services) },
  lsp: {
    CompletionProvider: (services) => new ConcordatCompletionProvider(services),
    RenameProvider: (services) => new ConcordatRenameProvider(services),
    HoverProvider: (services) => new ConcordatHoverProvider(services),
    CodeActionProvider: (services) => new ConcordatFixes(services),
    SignatureHelp: (services) => new ConcordatSignatureHelp(services),
    DocumentLinkProvider: (services) => new ConcordatLinks(services),
    InlayHintProvider: (services) => new ConcordatInlayHints(services),
    CallHierarchyProvider: (services) => new ConcordatFeeding(services),
    DocumentSymbolProvider: (services) => new ConcordatSymbols(services),
    FoldingRangeProvider: () => new ConcordatFolding(),
    SemanticTokenProvider: (services) => new ConcordatSemanticTokens(services),
    Formatter: (services) => new ConcordatFormatter(services),
  },
} satisfies Module<LangiumServices, PartialLangiumServices>;

/** What an editor asks of all files together. */
export const sharedEditorModule = {
  lsp: {
    NodeKindProvider: () => new ConcordatNodeKinds(),
    WorkspaceSymbolProvider: (services) => new ConcordatWorkspaceSymbols(services),
  },
} satisfies Module<LangiumSharedServices, PartialLangiumSharedServices>;
