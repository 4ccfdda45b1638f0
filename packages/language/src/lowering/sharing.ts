import { Rational, ratio, type Share, type Sharing, show } from "@concordat/model";
import type { AstNode } from "langium";
import * as ast from "../generated/ast.js";
import { commissionersOf, contributedParts } from "./contribution.js";
import { lowerExpression } from "./expressions.js";
import { percentAsRatio } from "./literals.js";
import { keysOf } from "./lookup.js";
import type { Lowering } from "./lowering.js";
import { offWhole } from "./pool.js";
import type { Site } from "./typed.js";

/** Who is named after `paid to` or `paid by`, and in what shares. */
export function lowerSharing(sharing: ast.Sharing, site: Site, lowering: Lowering): Sharing | undefined {
  if (sharing.that) {
    const name = sharing.that.axis?.$refText;
    if (ast.isPlaces(sharing.that.axis?.ref)) return lowering.report("place-is-no-party", { name }, sharing);
    if (site.axes.includes(name)) return { kind: "row", of: name };
    return lowering.report("its-without-each", { what: `which ${name}` }, sharing);
  }
  const every = sharing.every?.ref;
  if (every) {
    const keys = keysOf(every, lowering);
    const equal = Rational.of(1, keys.length || 1).toText();
    return sharing.weight
      ? lowerBy(sharing.weight, every.name, keys, site, lowering)
      : { kind: "parties", parts: keys.map((party) => ({ party, share: equal })) };
  }
  if (sharing.weight || sharing.equally) return lowerVarying(sharing, site, lowering);
  const [only] = sharing.members;
  const target = only?.party?.ref;
  if (sharing.members.length === 1 && ast.isGroup(target) && !only!.share) {
    const parts = lowerGroup(target, lowering);
    return parts && { kind: "parties", parts, group: target.name };
  }
  const parts = shares(sharing.members, "the parties named here", sharing, lowering);
  return parts && { kind: "parties", parts };
}

/** `paid to alliance equally`, `paid to trust, gps by list-size`: the shares that a group's members have are left aside. */
function lowerVarying(sharing: ast.Sharing, site: Site, lowering: Lowering): Sharing | undefined {
  const written = sharing.members.find((member) => member.share);
  if (written) return lowering.report("share-and-rule", {}, written);
  const targets = sharing.members.map((member) => member.party?.ref);
  if (targets.includes(undefined)) return undefined;
  const [only] = targets;
  const group = targets.length === 1 && ast.isGroup(only) ? only : undefined;
  const parties = group ? keysOf(group, lowering) : targets.map((target) => target!.name);
  const twice = parties.find((name, index) => parties.indexOf(name) !== index);
  if (twice) return lowering.report("name-used-twice", { name: twice }, sharing);
  const named = group ? { group: group.name } : {};
  if (!sharing.weight) {
    const equal = Rational.of(1, parties.length).toText();
    return { kind: "parties", parts: parties.map((party) => ({ party, share: equal })), ...named };
  }
  const by = lowerBy(sharing.weight, "party", parties, site, lowering);
  return by && { ...by, ...named };
}

/** In proportion to a value that each of those who share has. */
function lowerBy(
  weight: ast.Expression,
  axis: string,
  members: string[],
  site: Site,
  lowering: Lowering,
): (Sharing & { kind: "by" }) | undefined {
  const value = lowerExpression(weight, { ...site, axes: [...new Set([...site.axes, axis])] }, lowering);
  if (!value) return undefined;
  const what = weight.$cstNode?.text ?? "This";
  if (value.unit.kind !== "quantity")
    return lowering.report("wrong-unit", { what, needs: "a number or an amount, to divide by", is: "neither" }, weight);
  if (!value.axes.includes(axis)) return lowering.report("divides-nothing", { what }, weight);
  return { kind: "by", axis, members, weight: value.id };
}

export const lowerGroup = (group: ast.Group, lowering: Lowering): Share[] | undefined =>
  shares(group.members, `the shares of ${group.name}`, group, lowering);

/** Members with their shares, or equal parts where none has one. They make the whole exactly. */
function shares(members: readonly ast.Member[], what: string, at: AstNode, lowering: Lowering): Share[] | undefined {
  const names = members.map((member) => member.party?.$refText ?? "");
  if (members.some((member) => !member.party?.ref)) return undefined;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) return lowering.report("party-twice", { party: twice, what }, at);
  const written = members.filter((member) => member.share);
  if (written.length === 0) {
    const equal = Rational.of(1, members.length).toText();
    return names.map((party) => ({ party, share: equal }));
  }
  if (written.length < members.length)
    return lowering.report("shares-mixed", { what: what.replace(/^the shares of/, "the members of") }, at);
  const parts = members.map((member, index) => ({ party: names[index]!, share: percentAsRatio(member.share!.value) }));
  const total = Rational.sum(parts.map((part) => Rational.parse(part.share)));
  if (total.equals(Rational.one)) return parts;
  const capital = what.charAt(0).toUpperCase() + what.slice(1);
  return lowering.report("shares-not-whole", { what: capital, total: show(total, ratio), off: offWhole(total) }, at);
}

/** The commissioners, by their contributions: who pays where a payment does not say. */
export function commissioners(at: AstNode, lowering: Lowering): Sharing | undefined {
  const parties = commissionersOf(lowering);
  if (parties.length === 0) return lowering.report("no-commissioner", {}, at);
  if (parties.length === 1 && !parties[0]!.details.some(ast.isContribution)) {
    return { kind: "parties", parts: [{ party: parties[0]!.name, share: "1" }] };
  }
  const parts = contributedParts(parties, lowering);
  if (!parts) return undefined;
  const total = Rational.sum(parts.map((part) => Rational.parse(part.share)));
  if (total.equals(Rational.one)) return { kind: "parties", parts };
  return lowering.report(
    "shares-not-whole",
    { what: "The commissioners' contributions", total: show(total, ratio), off: offWhole(total) },
    parties.at(-1)!,
  );
}
