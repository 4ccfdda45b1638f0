/** More columns than any extract has. */
export const COLUMN_LIMIT = 2_000;

export type HeaderReading =
  | { readonly columns: readonly string[] }
  | { readonly wrong: "empty" | "utf-16" | "encoding" | "too-many" | "repeated"; readonly column?: string };

/** The names in a header row in UTF-8, without the blanks around them. */
export function readHeader(bytes: Uint8Array, delimiter: string): HeaderReading {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { wrong: "utf-16" };
  const line = decode(bytes);
  if (line === undefined) return { wrong: "encoding" };
  if (line.trim() === "") return { wrong: "empty" };
  const columns = cells(line, delimiter).map((cell) => cell.trim());
  if (columns.length > COLUMN_LIMIT) return { wrong: "too-many" };
  const repeated = columns.find((name, index) => name !== "" && columns.indexOf(name) !== index);
  return repeated === undefined ? { columns } : { wrong: "repeated", column: repeated };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r$/, "");
  } catch {
    return undefined;
  }
}

function cells(line: string, delimiter: string): string[] {
  const found: string[] = [];
  let [cell, quoted] = ["", false];
  for (let at = 0; at < line.length; at++) {
    const char = line[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (line[at + 1] === '"') cell += line[at++]!;
      else quoted = false;
    } else if (char === '"' && cell.trim() === "") [cell, quoted] = ["", true];
    else if (char === delimiter) {
      found.push(cell);
      cell = "";
    } else cell += char;
  }
  return [...found, cell];
}
