/** The language server as the extension starts it in a browser: in a worker, which reads files through the editor. */
import { FilesOfClient, serve } from "@concordat/server";
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";

declare const self: DedicatedWorkerGlobalScope;

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, new FilesOfClient(connection));
