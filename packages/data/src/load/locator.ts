import type { Locate } from "./order.js";
import type { TextRead } from "./prepared.js";
import { rowNumber } from "./row-numbers.js";

/** From the place of a row among all that were read, to its file and its number there. */
export function locator(read: readonly TextRead[]): Locate {
  const files = read.map(({ file, start, count, rejected }) => ({
    name: file.name,
    start,
    end: start + count,
    headless: 2 - file.firstRow,
    leftOut: [...file.blanks, ...rejected.map(({ row }) => row)]
      .map((row) => row + 2 - file.firstRow)
      .sort((a, b) => a - b),
  }));
  return (row) => {
    const place = Number(row);
    const file = files.find(({ start, end }) => place >= start && place < end);
    if (file === undefined) throw new Error("a row of no file");
    return { file: file.name, row: rowNumber(place - file.start, file.leftOut) - file.headless };
  };
}
