import {
  contractsInRequest,
  type FileKind,
  type FileQuestion,
  type FolderEntry,
  kindOfFileRequest,
  type ReadFileAnswer,
  readFileRequest,
  readFolderRequest,
  toBase64,
} from "@concordat/server/protocol";
import { Disposable, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { contractsIn } from "./contracts-in.js";

/** Reads files for a language server that reads none itself. */
export function answerFiles(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(contractsInRequest, async ({ uri }: FileQuestion): Promise<string[]> => {
      const found = await contractsIn(Uri.parse(uri));
      return found.map(String);
    }),
    client.onRequest(readFileRequest, async ({ uri }: FileQuestion): Promise<ReadFileAnswer> => {
      const bytes = await orNull(workspace.fs.readFile(Uri.parse(uri)));
      return bytes && { base64: toBase64(bytes) };
    }),
    client.onRequest<FileKind, void>(kindOfFileRequest, async ({ uri }: FileQuestion) => {
      const found = await orNull(workspace.fs.stat(Uri.parse(uri)));
      return found && kindOf(found.type);
    }),
    client.onRequest(readFolderRequest, async ({ uri }: FileQuestion): Promise<FolderEntry[]> => {
      const folder = Uri.parse(uri);
      const entries = (await orNull(workspace.fs.readDirectory(folder))) ?? [];
      return entries.map(([name, type]) => ({ uri: Uri.joinPath(folder, name).toString(), kind: kindOf(type) }));
    }),
  );
}

/** What is linked is what the link leads to. */
const kindOf = (type: FileType): "file" | "folder" => ((type & FileType.Directory) !== 0 ? "folder" : "file");

/** A file that is not there, or may not be read, is none: the contract's findings say so where it is named. */
async function orNull<T>(asked: Thenable<T>): Promise<T | null> {
  try {
    return await asked;
  } catch {
    return null;
  }
}
