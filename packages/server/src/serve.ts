import { createConcordatServices } from "@concordat/language";
import type { FileSystemProvider } from "langium";
import { type LangiumSharedServices, startLanguageServer } from "langium/lsp";
import type { Connection } from "vscode-languageserver";
import { answerChecks } from "./check.js";
import { fetchAhead } from "./client-files/fetch-ahead.js";
import { FilesOfClient } from "./client-files/files-of-client.js";
import { answerExamples } from "./examples.js";
import { nameVersions } from "./findings.js";
import { followNamedFiles } from "./follow-named-files.js";
import { drawCurvesInHovers } from "./hover-curves.js";
import { offerLenses } from "./lenses.js";
import { answerLibraryTexts } from "./library-text.js";
import { answerPreviews } from "./preview/register.js";
import { answerSelections } from "./selection.js";
import { answerSettling } from "./settle/register.js";
import { answerStatements } from "./statement/register.js";
import { answerSummaries } from "./summary.js";
import { version } from "./version.js";
import { makeReadyForCompletion } from "./warm.js";
import { answerWorkedExamples } from "./worked/register.js";

/**
 * The language server, whoever speaks to it: the extension's process, its worker in a browser, or the command line on
 * its standard input. The caller makes the connection and says how files are read; nothing here knows Node.
 */
export function serve(connection: Connection, fileSystem: FileSystemProvider): LangiumSharedServices {
  const { shared } = createConcordatServices({ connection, fileSystemProvider: () => fileSystem });
  nameServer(shared);
  drawCurvesInHovers(shared);
  nameVersions(connection, shared);
  startLanguageServer(shared);
  followNamedFiles(shared, fileSystem);
  if (fileSystem instanceof FilesOfClient) fetchAhead(shared, fileSystem);
  // After the framework's own handlers, in place of them.
  offerLenses(connection, shared);
  answerSelections(connection, shared);
  answerChecks(connection, shared);
  answerSummaries(connection, shared);
  answerExamples(connection, shared);
  answerPreviews(connection, shared);
  answerStatements(connection, shared);
  answerWorkedExamples(connection, shared);
  answerLibraryTexts(connection, shared);
  answerSettling(connection, shared);
  makeReadyForCompletion(shared);
  return shared;
}

/** An editor shows it in its log, and a report of a fault can say it. */
function nameServer({ lsp: { LanguageServer } }: LangiumSharedServices): void {
  const initialize = LanguageServer.initialize.bind(LanguageServer);
  LanguageServer.initialize = async (params) => ({
    ...(await initialize(params)),
    serverInfo: { name: "concordat", version },
  });
}
