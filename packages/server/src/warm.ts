import { DocumentState, type LangiumCoreServices } from "langium";
import type { LangiumSharedServices } from "langium/lsp";

/**
 * Makes ready for the first completion once the first findings are told: what it needs is long to build, and would
 * otherwise be built while somebody waits for the list.
 */
export function makeReadyForCompletion({ ServiceRegistry, workspace }: LangiumSharedServices): void {
  const { DocumentBuilder } = workspace;
  const waiting = DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    waiting.dispose();
    for (const { parser } of ServiceRegistry.all as readonly LangiumCoreServices[]) parser.CompletionParser.parse("");
  });
}
