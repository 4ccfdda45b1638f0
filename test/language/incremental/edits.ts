/** The same numbers each time. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** What people type, paste and take away, and what nobody would. */
const PIECES = [
  ...["x", " ", "\n", "1", "0", ",", "%", "{", "}", '"', '"""', "//", "/*", "*/", "(", "-"],
  ...[
    "\n    paid by",
    "\n    pays £5",
    "\n  // a remark",
    " £1,000,000",
    " 40%",
    "baseline",
    " target ",
    "metric",
    "\r\n",
    "\t",
  ],
  ...[
    '\n  clause extra "Extra" """\n    Words.\n  """\n',
    "\n  figure extra : money, during each year, if not reported treat as missed\n",
  ],
  ...["\ud800", "\u200f", "‘", "é"],
];

/** A change at random: one in three is such as leaves the contract right, or nearly. */
export const change = (text: string, random: () => number): string =>
  random() < 0.35 ? exchange(text, random) : anything(text, random);

function anything(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = random() < 0.5 ? 0 : Math.floor(random() * random() * 40);
  const piece =
    random() < 0.25 ? "" : random() < 0.8 ? PIECES[Math.floor(random() * PIECES.length)]! : cut(text, random);
  return text.slice(0, at) + piece + text.slice(at + length);
}

/** One word for another of the text, or one figure for another. */
function exchange(text: string, random: () => number): string {
  const words = [...text.matchAll(random() < 0.5 ? /[a-z][a-z-]+/g : /\d+/g)];
  const one = words[Math.floor(random() * words.length)];
  const other = words[Math.floor(random() * words.length)];
  if (!one || !other) return text;
  return text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length);
}

/** One digit of an amount for another, or a remark behind it, as somebody does who tries what a contract comes to. */
export function otherFigure(text: string, random: () => number): string {
  const amounts = [...text.matchAll(/(?<=£[\d,]*)\d(?=[\d,]*\n|[\d,]* )|\d(?=(?:\.\d+)?%)|(?<=\.)\d(?=\n)/g)];
  const { index } = amounts[Math.floor(random() * amounts.length)]!;
  if (random() < 0.25) {
    const end = text.indexOf("\n", index);
    return `${text.slice(0, end)} // to be agreed${text.slice(end)}`;
  }
  return text.slice(0, index) + String(1 + Math.floor(random() * 9)) + text.slice(index + 1);
}

function cut(text: string, random: () => number): string {
  const from = Math.floor(random() * text.length);
  return text.slice(from, from + Math.floor(random() * 200));
}
