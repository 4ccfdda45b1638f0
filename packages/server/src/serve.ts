import { createConcordatServices } from "@concordat/language";
import type { FileSystemProvider } from "langium";
import { type LangiumSharedServices, startLanguageServer } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { answerChecks } from "./check.js";
import { answerExamples } from "./examples.js";
import { offerLenses } from "./lenses.js";
import { answerPreviews } from "./preview/register.js";
import { answerSummaries } from "./summary.js";
import { answerWorkedExamples } from "./worked/register.js";

/**
 * The language server, whoever speaks to it: the extension's process, its worker in a browser, or the command line on
 * its standard input. The caller makes the connection and says how files are read; nothing here knows Node.
 */
export function serve(connection: Connection, fileSystem: FileSystemProvider): LangiumSharedServices {
  const { shared } = createConcordatServices({ connection, fileSystemProvider: () => fileSystem });
  startLanguageServer(shared);
  offerLenses(connection, shared);
  answerChecks(connection, shared);
  answerSummaries(connection, shared);
  answerExamples(connection, shared);
  answerPreviews(connection, shared);
  answerWorkedExamples(connection, shared);
  return shared;
}
