import { Rational } from "@concordat/model";
import type { AstNode } from "langium";
import { rangeOf } from "../diagnostics/finding.js";
import * as ast from "../generated/ast.js";
import { contractOf } from "../names/declared.js";
import { addLine, fix, insertAfter, remove, replace } from "./edits.js";
import type { Mends } from "./mends.js";

export const partyMends: Mends = {
  "shares-not-whole": ({ node }) => whole(sharesOf(node)),
  "weights-not-whole": ({ node }) => {
    const { $container: payment } = node;
    return ast.isPayment(payment) ? whole(payment.lines.filter(ast.isWeightLine).map((line) => line.weight)) : [];
  },
  "shares-mixed": ({ node }) => {
    const members = ast.isGroup(node) || ast.isSharing(node) ? node.members : [];
    const without = members.filter((member) => !member.share);
    const rest = remainder(members.flatMap((member) => member.share ?? []));
    const [only] = without;
    return only && without.length === 1 && rest ? [fix(`Write ${rest} here`, insertAfter(only, ` ${rest}`))] : [];
  },
  "for-each-group": ({ node }) => {
    const after = /^,?\s*/.exec(
      node.$cstNode?.root.fullText.slice(rangeOf(node).offset + rangeOf(node).length) ?? "",
    )?.[0];
    const { offset, length } = rangeOf(node);
    return [fix("Leave it out", { offset, length: length + (after?.length ?? 0), text: "" })];
  },
  "nobody-paid": ({ node }) => {
    const contract = contractOf(node);
    const payment = node as ast.Payment;
    const groups = contract?.items.filter(ast.isGroup) ?? [];
    const providers = contract?.items.filter(ast.isParty).filter((party) => party.role === "provider") ?? [];
    const set = payment.forEach?.axis?.$refText;
    const who = set ? `that ${set}` : (groups.length > 0 ? groups : providers)[0]?.name;
    const lines = payment.lines.find(ast.isSideBlock)?.lines ?? payment.lines;
    const block = payment.lines.find(ast.isSideBlock) ?? payment;
    return who ? [fix(`Write paid to ${who}`, addLine(block, lines, `paid to ${who}`))] : [];
  },
  "payment-without-period": ({ node }) => {
    const payment = node as ast.Payment;
    return ["each year", "each quarter", "each month"].map((each) =>
      payment.forEach
        ? fix(`Write ${each}`, insertAfter(payment.forEach, `, ${each}`))
        : fix(`Write ${each}`, insertAfter(payment, ` ${each}`, payment.title === undefined ? "name" : "title")),
    );
  },
  "line-twice": ({ node, parameters }) => [fix(`Leave out this line "${parameters.line}"`, remove(node))],
  "side-outside-either": ({ node }) => {
    const { side } = node as ast.PaidLine;
    return side ? [fix(`Leave out "${side}"`, { ...replace(node, "", "side") })] : [];
  },
};

/** The shares among which the whole is divided, where one node holds them. */
function sharesOf(node: AstNode): ast.Percent[] {
  if (ast.isGroup(node) || ast.isSharing(node)) return node.members.flatMap((member) => member.share ?? []);
  const parties = contractOf(node)?.items.filter(ast.isParty) ?? [];
  return parties
    .filter((party) => party.role === "commissioner")
    .flatMap((party) => party.details.filter(ast.isContribution).flatMap((detail) => detail.share ?? []));
}

/** The last share takes what is lacking, or gives what is too much, where anything is left of it. */
function whole(shares: readonly ast.Percent[]) {
  const last = shares.at(-1);
  if (!last) return [];
  const rest = remainder(shares.slice(0, -1));
  return rest ? [fix(`Write ${rest} here`, replace(last, rest))] : [];
}

/** What some shares leave of the whole. */
function remainder(shares: readonly ast.Percent[]): string | undefined {
  const rest = Rational.of(100).less(Rational.sum(shares.map((share) => Rational.parse(share.value))));
  const written = rest.toDecimal();
  return written === undefined || rest.isNegative || rest.isZero ? undefined : `${written}%`;
}
