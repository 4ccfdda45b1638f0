import type { Governance } from "@concordat/model";
import * as ast from "../generated/ast.js";
import type { Lowering } from "./lowering.js";
import { kindOf } from "./lowering.js";

const RULES: Record<string, Governance["decides"]> = {
  unanimously: "unanimously",
  "by majority": "majority",
  "by two thirds": "two-thirds",
};

/** `governance leadership-board { seats icb 1, council 1  decides unanimously  meets every 2 weeks }`. */
export function lowerGovernance(board: ast.Governance, lowering: Lowering): Governance | undefined {
  const seats = board.lines.filter(ast.isSeatsLine).flatMap((line) => line.seats);
  const decides = board.lines.find(ast.isDecidesLine);
  const meets = board.lines.find(ast.isMeetsLine);
  const at = { property: "name" };
  if (seats.length === 0) return lowering.report("line-missing", { thing: board.name, line: "seats" }, board, at);
  if (!decides?.rule)
    return lowering.report("line-missing", { thing: board.name, line: "decides unanimously" }, board, at);
  const names = seats.map((seat) => seat.party.$refText);
  const twice = seats.find((_, index) => names.indexOf(names[index]!) !== index);
  if (twice)
    return lowering.report("party-twice", { party: twice.party.$refText, what: `the seats of ${board.name}` }, twice);
  const empty = seats.find((seat) => seat.count !== undefined && !/^[1-9]\d*$/.test(seat.count));
  if (empty) return lowering.report("seat-count", { count: empty.count! }, empty, { property: "count" });
  const each = kindOf(meets?.each);
  return {
    name: board.name,
    ...(board.title ? { title: board.title } : {}),
    seats: seats.map((seat) => ({ party: seat.party.$refText, count: Number(seat.count ?? 1) })),
    decides: RULES[decides.rule]!,
    ...(meets && !each ? { meets: { every: Number(meets.count), unit: meets.unit! } } : {}),
    ...(each ? { meets: { each } } : {}),
    source: lowering.source(board),
  };
}
