import { type CardLine, Rational } from "@concordat/model";
import type * as ast from "../generated/ast.js";
import { percentAsRatio } from "./literals.js";
import { kindOf, type Lowering } from "./lowering.js";
import type { Site } from "./typed.js";

/** `at most 70% of all started-work that are paid`: the lines of a card, each with its limit of a share of what they pay for. */
export function withShares(
  written: readonly ast.CardLine[],
  lines: readonly CardLine[],
  site: Site,
  lowering: Lowering,
): CardLine[] | undefined {
  const limited = lines.map((line, index) => {
    const limit = written[index]!.limits.find(({ share }) => share);
    return limit ? shareOf(limit, line, lines, site, lowering) : line;
  });
  if (limited.includes(undefined)) return undefined;
  const all = limited.map((line) => line!);
  for (const [index, { name, share }] of all.entries()) {
    const other = all.find((each) => each.share && each.name !== name && share?.lines.includes(each.name));
    if (other) return lowering.report("share-twice", { line: name, other: other.name }, written[index]!);
  }
  return all;
}

function shareOf(
  limit: ast.CardLimit,
  line: CardLine,
  lines: readonly CardLine[],
  site: Site,
  lowering: Lowering,
): CardLine | undefined {
  const most = Rational.parse(percentAsRatio(limit.share!.value));
  if (most.isZero || !most.below(Rational.one))
    return lowering.report("share-of-paid", { share: `${limit.share!.value}%` }, limit.share!);
  const of = limit.of!.$refText;
  const whole = lines.filter((each) => isOf(each, limit));
  if (!isOf(line, limit)) return lowering.report("share-elsewhere", { line: line.name, of, paid: line.of }, limit);
  if (whole.length < 2) return lowering.report("share-alone", { line: line.name, of }, limit);
  const names = whole.map(({ name }) => name);
  const span = kindOf(limit.span) ?? site.grain!;
  return { ...line, share: { most: most.toDecimal() ?? most.toText(), of, lines: names, span } };
}

/** A value of a field is what lines are paid for; the records themselves are all lines. */
const isOf = (line: CardLine, { of }: ast.CardLimit): boolean =>
  of?.ref?.$type === "Records" || line.of === of?.$refText;
