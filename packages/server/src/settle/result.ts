import { type ContractModel, settleInForce, withData } from "@concordat/model";
import { type Cancellation, interruptAndCheck, URI } from "langium";
import type { LangiumSharedServices } from "langium/lsp";
import { version } from "../version.js";
import { digestOfDigests } from "./digest.js";
import { type FiguresRead, readFiguresIn } from "./figures.js";
import type { SettleAnswer, SettleQuestion } from "./protocol.js";
import { termsOf } from "./terms.js";

/** A contract with its deeds, settled from the figures in a folder: the statement that the command line would write. */
export async function settled(
  { textDocument, contract: name, data: folder }: SettleQuestion,
  shared: LangiumSharedServices,
  cancelled: Cancellation.CancellationToken,
): Promise<SettleAnswer> {
  const found = await termsOf(URI.parse(textDocument.uri), name, shared);
  if ("problem" in found) return found;
  const { contract, terms, determinations, digest } = found;
  const counted = terms.flatMap((one) => one.contract.records)[0];
  if (counted) return needsTheProgram(contract, counted.title ?? counted.name);

  const reads: FiguresRead[] = [];
  const inForce = await withData(terms, async (asking) => {
    await interruptAndCheck(cancelled);
    const read = await readFiguresIn(URI.parse(folder), asking, shared.workspace.FileSystemProvider);
    reads.push(read);
    return read.data;
  });
  await interruptAndCheck(cancelled);
  const fatal = reads.flatMap((read) => read.fatal);
  if (fatal.length > 0) return { problem: "The outcome data cannot be used as it is.", whatToDo: fatal.join("\n") };

  const digests = [...new Set(inForce.map(({ data }) => data.digest))];
  const statement = settleInForce(inForce, {
    ...(digests.length > 1 ? { dataDigest: await digestOfDigests(digests) } : {}),
    determinations,
    software: `concordat ${version}`,
    contractDigest: digest,
  });
  return {
    contract: contract.name,
    contractTitle: contract.title ?? contract.name,
    statement: JSON.stringify(statement, null, 2),
    remarks: [...(reads.at(-1)?.remarks ?? [])],
    undetermined: statement.periods.some(({ payments }) => payments.some(({ status }) => status === "undetermined")),
  };
}

const needsTheProgram = ({ title, name }: ContractModel, records: string): SettleAnswer => ({
  problem: `${title ?? name} is worked out from records (${records}), and here only figures can be settled.`,
  whatToDo:
    "Records are tallied by the program concordat: install it on a computer with the contract and its data, and run: concordat settle",
});
