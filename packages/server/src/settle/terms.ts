import { type CheckedFile, checkFiles, contractTexts, deedsIn, type TermsInForce } from "@concordat/language";
import type { ContractModel, Determination } from "@concordat/model";
import { type URI, UriUtils } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { FilesOfClient } from "../client-files/files-of-client.js";
import { namedFiles } from "../client-files/named-files.js";
import { languageId } from "../protocol.js";
import { digestOfTexts } from "./digest.js";
import { filesIn } from "./folder.js";

/** A contract with the deeds and determinations beside it, as the command line reads it, but as it stands in the editor. */
export interface Terms {
  readonly contract: ContractModel;
  /** What stands from which day, in order. */
  readonly terms: readonly TermsInForce[];
  readonly determinations: readonly Determination[];
  readonly digest: string;
}

export async function termsOf(
  uri: URI,
  name: string | undefined,
  shared: LangiumSharedServices,
): Promise<Terms | { problem: string; whatToDo: string }> {
  const { LangiumDocuments, TextDocuments, FileSystemProvider: files } = shared.workspace;
  const folder = UriUtils.dirname(uri);
  const fileAt = (path: string): URI => UriUtils.resolvePath(folder, path);
  // What was typed a moment ago may not have been read yet.
  const opened = (at: URI): string | undefined =>
    (TextDocuments.get(at) ?? LangiumDocuments.getDocument(at)?.textDocument)?.getText();
  const readText = (path: string): string | undefined =>
    opened(fileAt(path)) ?? orNothing(() => files.readFileSync(fileAt(path)));
  const textOf = async (at: URI): Promise<string> => opened(at) ?? (await files.readFile(at).catch(() => ""));
  const source = async (at: URI) => ({ file: UriUtils.basename(at), text: await textOf(at) });

  const own = await source(uri);
  const others = (await filesIn(folder, files)).filter(
    (file) => file.uri.toString() !== uri.toString() && file.name.endsWith(`.${languageId}`),
  );
  const candidates = await Promise.all(others.map((file) => source(file.uri)));
  const sources = [own, ...candidates.filter(({ text }) => deedsIn(text).length > 0)];
  if (files instanceof FilesOfClient)
    for (const { file, text } of sources) await files.fetch(namedFiles(fileAt(file), text, opened));

  const [alone] = await checkFiles([own], readText);
  const wrong = refused(alone!);
  if (wrong) return wrong;
  const chosen = alone!.contracts.find((contract) => name === undefined || contract.name === name);
  if (!chosen) return { problem: `There is no contract in ${own.file}.`, whatToDo: "Open a file with a contract." };
  const deeds = sources.slice(1).filter(({ text }) => deedsIn(text).includes(chosen.name));
  const [checked, ...varying] = deeds.length === 0 ? [alone!] : await checkFiles([own, ...deeds], readText);
  for (const one of [checked!, ...varying]) {
    const wrong = refused(one);
    if (wrong) return wrong;
  }
  const contract = checked!.contracts.find((one) => one.name === chosen.name)!;
  return {
    contract,
    terms: checked!.inForce[contract.name] ?? [{ from: contract.term.from, deeds: [], contract, text: own.text }],
    determinations: checked!.determinations[contract.name] ?? [],
    digest: await digestOfTexts(contractTexts(checked!, contract, varying, readText)),
  };
}

function refused({ file, findings }: CheckedFile): { problem: string; whatToDo: string } | undefined {
  const first = findings.find(({ severity }) => severity === "error");
  return (
    first && {
      problem: `${file} has errors, and until they are put right nothing can be worked out from it.`,
      whatToDo: `The first is on line ${first.range.line}: ${first.message}`,
    }
  );
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
