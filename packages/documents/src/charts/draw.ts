import { Rational } from "@concordat/model";
import { escapeHtml } from "../writers/escape.js";
import { type Axis, ascending, type Curve, type Piece } from "./curve.js";
import { spread } from "./labels.js";
import { valueAt } from "./now.js";

const WIDTH = 430;
const HEIGHT = 270;
const BOX = { left: 88, right: 418, top: 30, bottom: 206 } as const;
/** Where the case at hand stands: on every page told from the curve, by its colour and by its shape. */
const NOW = "#d0661f";
/** Legible on white and on a dark page alike; everything else takes the colour of the text around it. */
const ACCENT = "#2f7fc1";
const DOT = 4;

/** A curve as SVG: no script, no style, generic fonts, its own title and description. `id` is unique on the page. */
export function drawCurve(curve: Curve, id: string): string {
  const at = placer(curve);
  const parts = [
    `<title id="${id}-title">${escapeHtml(curve.title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(curve.description)}</desc>`,
    `<g fill="none" stroke="currentColor" stroke-opacity="0.18">${levels(curve)
      .map((y) => rule(BOX.left, at.y(y), BOX.right, at.y(y)))
      .join("")}</g>`,
    ...marks(curve, at),
    frame(),
    ...yLabels(curve, at),
    ...xLabels(curve, at),
    `<g fill="none" stroke="${ACCENT}" stroke-width="2.5">${curve.pieces.map((piece, index) => line(piece, index, curve, at)).join("")}</g>`,
    ...dots(curve, at),
    ...nowOn(curve, at),
    axisTitle(curve.y, `x="10" y="14"`),
    axisTitle(curve.x, `x="${BOX.right}" y="${HEIGHT - 8}" text-anchor="end"`),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="sans-serif" font-size="12.5" fill="currentColor">${parts.join("")}</svg>`;
}

interface Placer {
  readonly x: (value: Rational) => number;
  readonly y: (value: Rational) => number;
}

/** Pixels of values. Only here does an exact number become a float: a tenth of a pixel moves no money. */
function placer({ pieces }: Curve): Placer {
  const [left, right] = [pieces[0]!.from, pieces.at(-1)!.to];
  const heights = pieces.flatMap(({ start, end }) => [start, end, Rational.zero]);
  const [low, high] = [heights.reduce(Rational.lower), heights.reduce(Rational.higher)];
  return { x: scale(left, right, BOX.left, BOX.right), y: scale(low, high, BOX.bottom - 9, BOX.top + 10) };
}

function scale(from: Rational, to: Rational, start: number, end: number): (value: Rational) => number {
  const span = to.less(from);
  return (value) =>
    span.isZero
      ? start
      : Number(
          Rational.of(start)
            .plus(
              value
                .less(from)
                .over(span)
                .times(Rational.of(end - start)),
            )
            .toFixed(1),
        );
}

/** The heights that matter: where a rule bends, jumps or stays; not where a slope leaves the chart. */
const levels = ({ pieces }: Curve): Rational[] =>
  ascending(
    pieces.flatMap(({ start, end }, index) => {
      const level = start.equals(end);
      return [...(level || index > 0 ? [start] : []), ...(level || index < pieces.length - 1 ? [end] : [])];
    }),
  );
const rule = (x1: number, y1: number, x2: number, y2: number): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}"/>`;
const frame = (): string =>
  `<path d="M${BOX.left} ${BOX.top}V${BOX.bottom}H${BOX.right}" fill="none" stroke="currentColor" stroke-opacity="0.7"/>`;

/** A line stops short of an open end, so that the ring there stays empty. */
function line(piece: Piece, index: number, curve: Curve, at: Placer): string {
  const { pieces } = curve;
  const open = (closed: boolean, jumps: boolean): number => (!closed && jumps ? DOT : 0);
  const from = at.x(piece.from) + open(piece.closedFrom, index > 0 && jump(pieces[index - 1]!, piece));
  const next = pieces[index + 1];
  const to = at.x(piece.to) - open(piece.closedTo, next !== undefined && jump(piece, next));
  return rule(from, at.y(piece.start), to, at.y(piece.end));
}

const jump = (left: Piece, right: Piece): boolean => !left.end.equals(right.start);

/** A full dot where the value belongs, a ring where it does not; a dot where the line bends. */
function dots({ pieces }: Curve, at: Placer): string[] {
  const full = (x: Rational, y: Rational): string =>
    `<circle cx="${at.x(x)}" cy="${at.y(y)}" r="${DOT}" fill="${ACCENT}"/>`;
  const ring = (x: Rational, y: Rational): string =>
    `<circle cx="${at.x(x)}" cy="${at.y(y)}" r="${DOT}" fill="none" stroke="${ACCENT}" stroke-width="2"/>`;
  return pieces.slice(1).flatMap((right, index) => {
    const left = pieces[index]!;
    if (!jump(left, right)) return [full(right.from, right.start)];
    return [
      left.closedTo ? full(left.to, left.end) : ring(left.to, left.end),
      right.closedFrom ? full(right.from, right.start) : ring(right.from, right.start),
    ];
  });
}

/** The levels that the contract names, as dashes up the chart; their names stand below with the number. */
const marks = ({ marks: list }: Curve, at: Placer): string[] =>
  list.map(({ at: place, name }) =>
    name === "now"
      ? `<line x1="${at.x(place)}" y1="${BOX.top}" x2="${at.x(place)}" y2="${BOX.bottom}" stroke="${NOW}" stroke-width="1.5"/>`
      : `<line x1="${at.x(place)}" y1="${BOX.top}" x2="${at.x(place)}" y2="${BOX.bottom}" stroke="currentColor" stroke-opacity="0.6" stroke-dasharray="4 4"/>`,
  );

/** A diamond on the curve where the case at hand stands. */
const nowOn = ({ marks: list, pieces }: Curve, at: Placer): string[] =>
  list.flatMap(({ at: place, name }) => {
    const worth = name === "now" ? valueAt(pieces, place) : undefined;
    if (worth === undefined) return [];
    const [x, y] = [at.x(place), at.y(worth)];
    return [`<path d="M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z" fill="${NOW}"/>`];
  });

/** Levels at the left, from below; one too close to the last to be read is left out. */
function yLabels(curve: Curve, at: Placer): string[] {
  let last = Number.POSITIVE_INFINITY;
  return levels(curve).flatMap((value) => {
    const y = at.y(value);
    if (last - y < 13) return [];
    last = y;
    return [`<text x="${BOX.left - 8}" y="${y + 4}" text-anchor="end">${escapeHtml(curve.y.show(value))}</text>`];
  });
}

/** Every break, bent or jumped at, on as many rows as it takes for none to touch another. */
function xLabels({ breaks, marks: list, x }: Curve, at: Placer): string[] {
  const shown = ascending([...breaks, ...list.map(({ at: place }) => place)]);
  const tickText = (value: Rational): string =>
    [x.show(value), ...list.filter(({ at: place }) => place.equals(value)).map(({ name }) => name)].join(" ");
  const places = spread(
    shown.map((value) => ({ at: at.x(value), text: tickText(value) })),
    BOX.left,
    BOX.right,
  );
  return places.map(
    ({ at: center, row, text, tick }) =>
      `<line x1="${tick}" y1="${BOX.bottom}" x2="${tick}" y2="${BOX.bottom + 5}" stroke="currentColor"/><text x="${center}" y="${BOX.bottom + 18 + row * 14}" text-anchor="middle">${escapeHtml(text)}</text>`,
  );
}

const axisTitle = ({ title, unit }: Axis, place: string): string =>
  `<text ${place} font-size="12">${escapeHtml(`${shortened(title)} (${unit})`)}</text>`;

/** A title too long for the chart is cut; the caption and the description have it whole. */
const MOST_LETTERS = 40;
const shortened = (title: string): string =>
  title.length > MOST_LETTERS ? `${title.slice(0, MOST_LETTERS - 1).trimEnd()}…` : title;
