import type { ContractNode, NodeOf } from "@concordat/model";
import { type Block, type Clause, clause, type Section } from "../document/document.js";
import { listed, type Phrase, say, strong, text } from "../document/phrase.js";
import { anchor, plainName, titleOf } from "../sentences/names.js";
import { eachPeriod } from "../sentences/period.js";
import type { Reader } from "../sentences/reader.js";

/** What the contract remembers from period to period: what each balance adds, earns and takes, in that order. */
export const balances = (reader: Reader): Section => ({
  id: "balances",
  heading: text("What is carried forward"),
  blocks: Object.values(reader.contract.nodes)
    .filter(isClosing)
    .flatMap((node) => balanceBlocks(node, reader)),
});

const isClosing = (node: ContractNode): node is NodeOf<"balance"> => node.kind === "balance" && node.reads === "after";

function balanceBlocks(node: NodeOf<"balance">, reader: Reader): Block[] {
  const title = titleOf({ name: node.balance, title: node.title });
  const rows = node.axes.map((axis) => ` and for each ${plainName(axis)} on its own`).join("");
  const phrases = (ids: readonly string[]): Phrase => listed(ids.map((id) => reader.phrase(id)));
  const start =
    node.opening === undefined ? text("It begins at nothing") : say`It begins at ${reader.phrase(node.opening)}`;
  const lines: (Clause | undefined)[] = [
    clause(
      say`${strong(title)} is kept ${eachPeriod(node.each)}${rows}. ${start}, and in every later period at what the period before left.`,
      [],
      anchor("balance", node.balance),
    ),
    node.adds.length === 0 ? undefined : clause(say`To it is added ${phrases(node.adds)} of the period.`),
    node.earns === undefined
      ? undefined
      : clause(
          say`What it began the period with earns ${reader.phrase(node.earns)} a year, by days: the days of the period out of the days of the contract’s year.`,
        ),
    node.takes.length === 0
      ? undefined
      : clause(say`From it is then taken ${phrases(node.takes)} of the period.${floor(node)}`),
  ];
  return lines.filter((line) => line !== undefined);
}

const floor = ({ mayFallBelow }: NodeOf<"balance">): string =>
  mayFallBelow
    ? " It may fall below nothing."
    : " It never falls below nothing: what would take more than there is leaves nothing.";
