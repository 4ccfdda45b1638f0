/**
 * The column or table of a name of the contract. Engines fold case, and the contract does not: `Cost` and `cost` stay
 * apart. Names that the data plane adds hold a blank or a `_`, which none that this gives does.
 */
export const nameOf = (contractName: string): string =>
  contractName.replace(
    /[\p{Lu}^ _]/gu,
    (character) => `^${character === " " ? "." : character === "_" ? "-" : character}`,
  );

/** The place of a row among all rows that were read from its source's files, from 0. */
export const ROW = "row place";
/** Which of the source's files it is from, from 0. */
export const FILE = "file number";
/** Equal for rows with equal cells. */
export const FINGERPRINT = "row fingerprint";
/** Different for rows with cells that differ, but for one pair in many millions of millions. */
export const HASH = "row hash";
/** Equal for rows with equal cells, and of rows with other cells for few; nothing more is known of it. */
export const KEY = "row key";
export const BAD = "is bad";
/** The trimmed text of the n-th field, and its value before it is known to be acceptable. */
export const cellName = (index: number): string => `cell ${index}`;
export const valueName = (index: number): string => `value ${index}`;
