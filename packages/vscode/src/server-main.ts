/** The language server as the extension starts it: in a Node process of its own. */
import { FilesOfBoth, serve } from "@concordat/server";
import { DocumentState } from "langium";
import { NodeFileSystem } from "langium/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all);
const { workspace } = serve(connection, new FilesOfBoth(connection, NodeFileSystem.fileSystemProvider()));

/** Called once, when the first files have been checked. */
export function whenChecked(then: () => void): void {
  const waiting = workspace.DocumentBuilder.onBuildPhase(DocumentState.Validated, () => {
    waiting.dispose();
    then();
  });
}
