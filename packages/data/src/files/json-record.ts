/** The cells of a record by its names: the text of each value, or null. */
export type JsonRecord = ReadonlyMap<string, string | null>;

/**
 * Reads one JSON object. A number is the digits that stand there: it never becomes a binary fraction (rule 2), and
 * 1234567890123456.78 stays what it is. A list or an object inside is its own text. Otherwise: why it is no record.
 */
export function readRecord(text: string): JsonRecord | { readonly wrong: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return { wrong: "is not an object" };
  } catch {
    return { wrong: "is not JSON" };
  }
  const cells = new Map<string, string | null>();
  let at = skipBlanks(text, text.indexOf("{") + 1);
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at);
    const name = (JSON.parse(text.slice(at, keyEnd)) as string).trim();
    const from = skipBlanks(text, skipBlanks(text, keyEnd) + 1);
    const to = endOfValue(text, from);
    const cell = cellOf(text.slice(from, to));
    if (cells.has(name)) return { wrong: "has the same name twice" };
    if (name.includes("\0") || cell?.includes("\0")) return { wrong: "holds a NUL character" };
    cells.set(name, cell);
    at = skipBlanks(text, to);
    if (text[at] === ",") at = skipBlanks(text, at + 1);
  }
  return cells;
}

function cellOf(written: string): string | null {
  if (written === "null") return null;
  if (written.startsWith('"')) return JSON.parse(written) as string;
  // Zeros behind the last digit are no decimals that anybody wrote: 5.00 is 5.
  return /^-?\d+\.\d+$/.test(written) ? written.replace(/\.?0+$/, "") : written;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (" \t\r\n".includes(text[at] ?? "x")) at++;
  return at;
}

/** Just behind the closing quotation mark. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return endOfString(text, from);
  let [at, depth] = [from, 0];
  for (;;) {
    const char = text[at]!;
    if (char === '"') {
      at = endOfString(text, at);
      continue;
    }
    if (depth === 0 && (char === "," || char === "}")) return trimmedEnd(text, at);
    if (char === "{" || char === "[") depth++;
    if (char === "}" || char === "]") depth--;
    at++;
  }
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (" \t\r\n".includes(text[at - 1]!)) at--;
  return at;
}
