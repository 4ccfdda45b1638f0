import type { ContractModel, OutcomeData } from "@concordat/model";
import type { FileSystemProvider, URI } from "langium";
import { filesIn } from "./folder.js";

export interface FiguresRead {
  readonly data: OutcomeData;
  /** Why nothing should be settled on them, a sentence or two each. */
  readonly fatal: readonly string[];
  /** What is worth knowing of them. */
  readonly remarks: readonly string[];
}

export async function readFiguresIn(
  folder: URI,
  _contract: ContractModel,
  files: FileSystemProvider,
): Promise<FiguresRead> {
  await filesIn(folder, files);
  throw new Error("TODO");
}
