import { languageId } from "@concordat/server/protocol";
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/**
 * The editor's end of the language server. Contracts that were never saved are served too; a file on disk is followed
 * whoever changes it.
 */
export function createClient(context: ExtensionContext): LanguageClient {
  const module = context.asAbsolutePath("dist/server.cjs");
  return new LanguageClient(
    languageId, // also the prefix of the setting concordat.trace.server
    "Concordat",
    {
      run: { module, transport: TransportKind.ipc },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: ["--nolazy", "--inspect=6009"] } },
    },
    { documentSelector: [{ language: languageId }] },
  );
}
