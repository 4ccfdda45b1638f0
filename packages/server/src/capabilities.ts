import type { LangiumSharedServices } from "langium/lsp";
import type { ServerCapabilities } from "vscode-languageserver";

/** Tells clients of what is answered here beyond what the framework answers. */
export function offer({ lsp: { LanguageServer } }: LangiumSharedServices, more: ServerCapabilities): void {
  const initialize = LanguageServer.initialize.bind(LanguageServer);
  LanguageServer.initialize = async (params) => {
    const { capabilities, ...rest } = await initialize(params);
    return { ...rest, capabilities: { ...capabilities, ...more } };
  };
}
