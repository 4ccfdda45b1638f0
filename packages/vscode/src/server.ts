/** The language server as the extension starts it: in a Node process of its own. */
import { FilesOfBoth, serve } from "@concordat/server";
import { NodeFileSystem } from "langium/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all);
serve(connection, new FilesOfBoth(connection, NodeFileSystem.fileSystemProvider()));
