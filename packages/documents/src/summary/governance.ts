import type { ContractModel, Governance } from "@concordat/model";
import { type Block, clause, type Section } from "../document/document.js";
import { joined, type Phrase, say, strong, text } from "../document/phrase.js";
import { anchor, titleOf, whoIs } from "../sentences/names.js";

/** The boards: who sits on them, how they decide, how often they meet. */
export const governance = (contract: ContractModel): Section => ({
  id: "governance",
  heading: text("Governance"),
  blocks: (contract.governance ?? []).map(
    (board): Block => clause(sentence(board, contract), [], anchor("board", board.name)),
  ),
});

function sentence(board: Governance, contract: ContractModel): Phrase {
  const seats = board.seats.map(
    ({ party, count }) => say`${whoIs(party, contract)} (${count === 1 ? "1 seat" : `${count} seats`})`,
  );
  const list = seats.length < 2 ? joined(seats) : say`${joined(seats.slice(0, -1), ", ")} and ${seats.at(-1)!}`;
  return say`On the ${strong(titleOf(board))} sit ${list}. ${RULES[board.decides]}${meeting(board)}`;
}

const RULES: Record<Governance["decides"], string> = {
  unanimously: "It decides unanimously.",
  majority: "It decides by a majority of its seats.",
  "two-thirds": "It decides by two thirds of its seats.",
};

function meeting({ meets }: Governance): string {
  if (!meets) return "";
  if ("each" in meets) return ` It meets once each ${meets.each}.`;
  return meets.every === 1
    ? ` It meets every ${meets.unit.replace(/s$/, "")}.`
    : ` It meets every ${meets.every} ${meets.unit}.`;
}
