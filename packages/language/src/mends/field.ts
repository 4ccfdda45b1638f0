import * as ast from "../generated/ast.js";
import { fix, insertAfter, remove } from "./edits.js";
import type { Mends } from "./mends.js";

export const fieldMends: Mends = {
  "cap-never-binds": ({ node }) => [fix("Leave the cap out", remove(node))],
  "floor-never-binds": ({ node }) => [fix("Leave the floor out", remove(node))],
  "risk-without-seat": ({ node, parameters: { party } }) => {
    const seats = ast.isGovernance(node) ? node.lines.find(ast.isSeatsLine) : undefined;
    return seats ? [fix(`Give ${party} a seat`, insertAfter(seats, `, ${party}`))] : [];
  },
};
