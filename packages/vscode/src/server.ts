/** The language server as the extension starts it: in a Node process of its own. */
import { serve } from "@concordat/server";
import { NodeFileSystem } from "langium/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

serve(createConnection(ProposedFeatures.all), NodeFileSystem.fileSystemProvider());
