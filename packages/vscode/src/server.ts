/** The language server as the extension starts it. Everything an editor needs of it comes over the connection. */
import { createConcordatServices } from "@concordat/language";
import { startLanguageServer } from "langium/lsp";
import { NodeFileSystem } from "langium/node";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { answerChecks } from "./server/check.js";
import { answerExamples } from "./server/examples.js";
import { offerLenses } from "./server/lenses.js";
import { answerSummaries } from "./server/summary.js";

const connection = createConnection(ProposedFeatures.all);
const { shared } = createConcordatServices({ connection, ...NodeFileSystem });

startLanguageServer(shared);
offerLenses(connection, shared);
answerChecks(connection, shared);
answerSummaries(connection, shared);
answerExamples(connection, shared);
