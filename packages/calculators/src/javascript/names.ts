/**
 * A string as JavaScript source. The text of a contract reaches a module in this form only, and as words of a comment
 * (`commentText`): whatever it holds, it never becomes code, neither in the module nor in a page that the module is
 * written into.
 */
export function literal(text: string): string {
  return JSON.stringify(text)
    .replace(LineTerminators, escapeCode)
    .replace(/<(?=[/!])/g, "\\u003c");
}

/** The same for plain data: an array or an object of strings, numbers, booleans and null, on one line. */
export function dataLiteral(value: unknown): string {
  return JSON.stringify(value)
    .replace(LineTerminators, escapeCode)
    .replace(/<(?=[/!])/g, "\\u003c");
}

/** JSON leaves these two as they are; older JavaScript and some tools end a line at them. */
const LineTerminators = /[\u2028\u2029]/g;
const escapeCode = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Text for a line comment: on one line, and nothing in it ends a comment or a script. */
export const commentText = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll("*/", "* /")
    .replace(/<(?=[/!])/g, "< ");

const RESERVED = `
  arguments as async at await break case catch class const continue contract debugger default delete do else enum eval
  export extends false finally for from function get if implements import in inputs instanceof interface let new null of
  options package private protected public return set static super switch this throw true try typeof undefined var void
  while with yield Array BigInt Boolean Date Error Function Infinity JSON Map Math NaN Number Object Promise Proxy
  RangeError Reflect RegExp Set String Symbol TypeError globalThis`
  .split(/\s+/)
  .filter(Boolean);

/** Identifiers of one module, each given out once. They are made of ASCII letters and digits and are no word of JavaScript. */
export class Names {
  private readonly taken: Set<string>;

  constructor(alsoReserved: Iterable<string>) {
    this.taken = new Set([...RESERVED, ...alsoReserved]);
  }

  /** An identifier that reads like `wanted` ("target-cost" → `targetCost`), with a number after it where that is taken. */
  unique(wanted: string): string {
    const words = wanted.split(/[^A-Za-z0-9]+/).filter(Boolean);
    const joined = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
    const base = /^[A-Za-z]/.test(joined) ? joined : `value${upperFirst(joined)}`;
    return this.claim(base);
  }

  /** An identifier as it stands, which the caller has made of letters, digits and underscores; numbered where taken. */
  claim(base: string): string {
    let name = base;
    for (let count = 2; this.taken.has(name); count++) name = `${base}_${count}`;
    this.taken.add(name);
    return name;
  }
}

const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
