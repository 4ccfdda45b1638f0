/**
 * What the language server asks an editor's client where it reads no files itself: in a browser, and for folders that are
 * not on this machine. Every address is a URI.
 */
export interface FileQuestion {
  uri: string;
}

/** `concordat/contractsIn`: every contract in a folder and below it, as addresses. */
export const contractsInRequest = "concordat/contractsIn";

/** `concordat/readFile`: the bytes of a file, in base 64; null where there is no such file or it cannot be read. */
export const readFileRequest = "concordat/readFile";
export type ReadFileAnswer = { base64: string } | null;

/** `concordat/kindOfFile`: null where there is nothing. */
export const kindOfFileRequest = "concordat/kindOfFile";
export type FileKind = "file" | "folder" | null;

/** `concordat/readFolder`: what stands in a folder, not below it. */
export const readFolderRequest = "concordat/readFolder";
export interface FolderEntry {
  uri: string;
  kind: "file" | "folder";
}
