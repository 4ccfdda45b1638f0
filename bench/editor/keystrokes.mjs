/**
 * What a person types, a letter at a time, all over a contract: a figure altered and put back, a comment begun, a name
 * broken and mended, a word of prose, a line begun and given up. Each gives offset, length and what is typed.
 */
export function* keystrokes(textNow, random) {
  const scripts = [alterFigure, writeProse, breakName, writeComment, beginLine];
  for (let turn = 0; ; turn++) yield* scripts[turn % scripts.length](textNow, random);
}

/** Where a pattern is met, the next one after somewhere in the text. */
export function somewhere(text, pattern, random) {
  const from = Math.floor(random() * text.length);
  for (const start of [from, 0]) {
    pattern.lastIndex = start;
    const found = pattern.exec(text);
    if (found) return found;
  }
  throw new Error(`the contract has no ${pattern}`);
}

function* alterFigure(textNow, random) {
  const { index, 0: line } = somewhere(textNow(), /baseline {2}\d+\.\d/g, random);
  const last = index + line.length - 1;
  const digit = textNow()[last];
  yield [last, 1, digit === "9" ? "8" : "9"];
  yield [last, 1, digit];
}

function* writeProse(textNow, random) {
  const { index, 0: words } = somewhere(textNow(), /in the home where/g, random);
  yield* typed(index + words.length, " or the place");
  yield [index + words.length, " or the place".length, ""];
}

function* breakName(textNow, random) {
  const { index, 0: line } = somewhere(textNow(), /weight {4}30% on experience-[\w-]+/g, random);
  yield [index + line.length, 0, "x"];
  yield [index + line.length, 1, ""];
}

function* writeComment(textNow, random) {
  const { index, 0: line } = somewhere(textNow(), /measured {2}each year/g, random);
  yield* typed(index + line.length, " // to be agreed");
  yield [index + line.length, " // to be agreed".length, ""];
}

function* beginLine(textNow, random) {
  const { index, 0: line } = somewhere(textNow(), /paid to {3}alliance/g, random);
  yield* typed(index + line.length, "\n    paid by");
  yield [index + line.length, "\n    paid by".length, ""];
}

function* typed(offset, text) {
  for (const [at, letter] of [...text].entries()) yield [offset + at, 0, letter];
}

/** The same numbers in each run. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
