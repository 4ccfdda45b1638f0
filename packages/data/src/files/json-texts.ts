/** Longer than any row that people keep; the CSV reader stops there too. */
export const RECORD_LIMIT = 2_000_000;

/** The text of one record and its row: its line in a file of JSON lines, its place in a list. Too long: no text. */
export interface RecordText {
  readonly row: number;
  readonly text?: string;
}

/** The file is no list of records: it breaks off or holds something else, in or behind this record. */
export class BrokenJson extends Error {
  constructor(readonly row: number) {
    super(`not a list of records, at ${row}`);
  }
}

/** The lines of a file of JSON lines. A blank line has the text "". Memory does not grow with the file. */
export async function* lineTexts(source: AsyncIterable<string>): AsyncGenerator<RecordText> {
  let [row, line] = [1, ""];
  const found = (text: string): RecordText => (text.length > RECORD_LIMIT ? { row } : { row, text: text.trim() });
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
      yield found(line + chunk.slice(from, end));
      [row, line, from] = [row + 1, "", end + 1];
    }
    if (line.length <= RECORD_LIMIT) line += chunk.slice(from);
  }
  if (line !== "") yield found(line);
}

/** The records of a JSON list, one after the other. Throws `BrokenJson` where it is none. */
export async function* listTexts(source: AsyncIterable<string>): AsyncGenerator<RecordText> {
  let state = "before" as "before" | "inside" | "after";
  let [row, text, depth, inString, escaped, behindComma] = [1, "", 0, false, false, false];
  for await (const chunk of source) {
    let from: number = state === "inside" ? 0 : chunk.length;
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at]!;
      if (state !== "inside") {
        if (" \t\r\n".includes(char)) continue;
        if (state === "after" || char !== "[") throw new BrokenJson(row);
        [state, from] = ["inside", at + 1];
      } else if (inString) {
        if (escaped) escaped = false;
        else if (char === "\\") escaped = true;
        else if (char === '"') inString = false;
      } else if (char === '"') inString = true;
      else if (char === "{" || char === "[") depth++;
      else if (depth > 0 && (char === "}" || char === "]")) depth--;
      else if (depth === 0 && (char === "," || char === "]")) {
        const whole = (text + chunk.slice(from, at)).trim();
        if (whole !== "") yield whole.length > RECORD_LIMIT ? { row } : { row, text: whole };
        else if (char === "," || behindComma) throw new BrokenJson(row);
        [row, text, from, behindComma] = [row + 1, "", at + 1, char === ","];
        if (char === "]") [state, from] = ["after", chunk.length];
      }
    }
    if (state === "inside" && text.length <= RECORD_LIMIT) text += chunk.slice(from);
  }
  if (state !== "after") throw new BrokenJson(row);
}
