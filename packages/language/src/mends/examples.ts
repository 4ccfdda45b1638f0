import * as ast from "../generated/ast.js";
import { fix, replace } from "./edits.js";
import type { Mends } from "./mends.js";

export const exampleMends: Mends = {
  "only-some": ({ node }) => {
    const line = node as ast.ExpectLine;
    const subject = line.subject?.ref;
    const money = ast.isMoney(line.amount);
    const verb = ast.isPayment(subject)
      ? money && "earns"
      : ast.isParty(subject)
        ? money && "receives"
        : line.amount && "is";
    if (!verb || line.payment) return [];
    return [fix(`Write ${verb}`, replace(line, verb, "verb"))];
  },
  "no-such-period": ({ node }) => {
    const { $container: example } = node;
    const contract = example?.$container;
    if (!ast.isContract(contract)) return [];
    const first = Number(contract.items.find(ast.isTermLine)?.from.slice(0, 4));
    if (!first) return [];
    const year = `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
    return [fix(`Write ${year}`, replace(node, year, "period"))];
  },
};
