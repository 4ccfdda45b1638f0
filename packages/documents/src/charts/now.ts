import { Rational } from "@concordat/model";
import type { Curve, Piece } from "./curve.js";
import type { Now } from "./payoff.js";

/** The curve with the case at hand marked on it, and said in its description; as it was where that is not known. */
export function markedAt(curve: Curve, now: Now): Curve {
  const at = placeOf(curve, now);
  if (at === undefined) return curve;
  const pieces = reaching(curve.pieces, at);
  const worth = valueAt(pieces, at);
  const said = worth === undefined ? "" : ` Now at ${curve.x.show(at)}: ${curve.y.show(worth)}.`;
  return {
    ...curve,
    pieces,
    marks: [...curve.marks, { at, name: "now" }],
    description: `${curve.description}${said}`,
  };
}

function placeOf({ subject }: Curve, now: Now): Rational | undefined {
  const value = now(subject.node);
  if (value === undefined || subject.of === undefined) return value;
  const whole = now(subject.of);
  return whole === undefined || whole.isZero ? undefined : value.over(whole);
}

/** The same pieces, drawn on to a little beyond the place: outside its ends a rule goes on as it began or ended. */
function reaching(pieces: readonly Piece[], at: Rational): readonly Piece[] {
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  const room = last.to.less(first.from).over(Rational.of(10));
  if (at.plus(room).above(last.to)) {
    const to = at.plus(room);
    return [...pieces.slice(0, -1), { ...last, to, end: onLine(last, to) }];
  }
  if (at.below(first.from)) return [{ ...first, from: at, start: onLine(first, at) }, ...pieces.slice(1)];
  return pieces;
}

/** What a curve is worth at a place on it: at a jump, that of the piece to which the place belongs. */
export function valueAt(pieces: readonly Piece[], at: Rational): Rational | undefined {
  const piece = pieces.find(
    ({ from, to, closedFrom, closedTo }) =>
      (at.above(from) || (closedFrom && at.equals(from))) && (at.below(to) || (closedTo && at.equals(to))),
  );
  return piece && onLine(piece, at);
}

function onLine({ from, to, start, end }: Piece, at: Rational): Rational {
  const span = to.less(from);
  return span.isZero ? start : start.plus(end.less(start).times(at.less(from)).over(span));
}
