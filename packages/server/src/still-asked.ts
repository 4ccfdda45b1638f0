import { delayNextTick, OperationCancelled } from "langium";
import type { CancellationToken } from "vscode-languageserver";

/** Lets a withdrawal of the question come in, and ends its answer where it did. */
export async function stillAsked(cancelled: CancellationToken): Promise<void> {
  await delayNextTick();
  if (cancelled.isCancellationRequested) throw OperationCancelled;
}
