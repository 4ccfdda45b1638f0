import { type ContractModel, Rational, type Share } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { percentAsRatio, readLiteral } from "./literals.js";
import { kindOf, type Lowering } from "./lowering.js";

/** What a party says that it contributes: a part, or a sum and how often, from which the parts are found. */
export type Contributed = Pick<ContractModel["parties"][number], "contributes" | "contributesSum">;

const contributionOf = (party: ast.Party): ast.Contribution | undefined => party.details.find(ast.isContribution);

export const commissionersOf = ({ contract }: Lowering): ast.Party[] =>
  contract.items.filter(ast.isParty).filter((party) => party.role === "commissioner");

export function lowerContribution(party: ast.Party, lowering: Lowering): Contributed {
  const written = contributionOf(party);
  if (!written) return {};
  if (written.share) return { contributes: percentAsRatio(written.share.value) };
  const amount = sumOf(party, lowering);
  const total = party.role === "commissioner" ? totalOf(commissionersOf(lowering), lowering) : undefined;
  if (!amount || !total || total.isZero) return {};
  const part = amount.over(total);
  return {
    contributes: part.toDecimal() ?? part.toText(),
    contributesSum: { amount: amount.toDecimal()!, each: kindOf(written.each)! },
  };
}

/** The commissioners' parts of the whole: as written, or in proportion to their sums. The parts written may not make it. */
export function contributedParts(parties: readonly ast.Party[], lowering: Lowering): Share[] | undefined {
  const written = parties.map(contributionOf);
  const [first] = written;
  if (written.includes(undefined) || !first)
    return lowering.report("shares-mixed", { what: "the commissioners" }, parties[0]!);
  const odd = parties.find((_, index) => !sameKind(written[index]!, first));
  if (odd)
    return lowering.report("contributions-mixed", { first: said(parties[0]!), other: said(odd) }, contributionOf(odd)!);
  if (!first.sum)
    return parties.map(({ name }, index) => ({ party: name, share: percentAsRatio(written[index]!.share!.value) }));
  const total = totalOf(parties, lowering);
  if (!total) return undefined;
  if (total.isZero) return lowering.report("contributions-nothing", {}, first);
  return parties.map((party) => ({ party: party.name, share: lowerContribution(party, lowering).contributes! }));
}

const sameKind = (a: ast.Contribution, b: ast.Contribution): boolean =>
  (a.share === undefined) === (b.share === undefined) && a.each === b.each;

const said = (party: ast.Party): string => `${party.name} ${contributionOf(party)?.$cstNode?.text ?? ""}`.trim();

function totalOf(parties: readonly ast.Party[], lowering: Lowering): Rational | undefined {
  const sums = parties.map((party) => sumOf(party, lowering));
  return sums.includes(undefined) ? undefined : Rational.sum(sums.map((sum) => sum!));
}

function sumOf(party: ast.Party, lowering: Lowering): Rational | undefined {
  const sum = contributionOf(party)?.sum;
  const read = sum && readLiteral(sum, lowering);
  return read && Rational.parse(read.value);
}
