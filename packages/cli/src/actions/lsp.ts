import { Console } from "node:console";
import { serve } from "@concordat/server";
import { NodeFileSystem } from "langium/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

/**
 * Serves until the editor says `exit`, closes the input or is gone itself: then the connection ends the process. On
 * standard output stand the protocol's messages alone, so whatever is logged goes to standard error.
 */
export function serveEditor(): Promise<never> {
  globalThis.console = new Console(process.stderr, process.stderr);
  serve(createConnection(ProposedFeatures.all, process.stdin, process.stdout), NodeFileSystem.fileSystemProvider());
  return new Promise(() => {});
}
