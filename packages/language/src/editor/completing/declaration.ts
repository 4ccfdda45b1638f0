import { importedIn } from "../../parser/slips/names.js";

/** What opens a block of declarations, and how its first line must look for the grammar to take it. */
const OPENINGS: Record<string, { readonly block: string; readonly line: string }> = {
  contract: { block: "Contract", line: "contract x {\n" },
  library: { block: "Library", line: "library x {\n" },
  variation: { block: "Variation", line: "variation x of y {\n" },
  determination: { block: "Determination", line: "determination x of y {\n" },
};

/** How far back a declaration may begin. */
const FARTHEST = 20_000;

/** The declaration that a place stands in, up to the place, as a file of its own. */
export interface DeclarationText {
  readonly text: string;
  /** What the file imports, which decides how `steps.rising` is read, and what opens the block: its text begins with them. */
  readonly header: string;
  /** Where it begins in the file. */
  readonly from: number;
  /** Where the place begins a line as declarations begin: all that stands above such a line, read as if it were in order. */
  readonly atStart?: string;
}

/**
 * The text of the declaration at hand. Whatever is wrong above it, what may stand here stays the same, and a long file is
 * not read again from its start. It is told by indentation, as a reader tells it; undefined where the lines do not say.
 */
export function declarationBefore(
  text: string,
  offset: number,
  wordsOf: (block: string) => readonly string[],
): DeclarationText | undefined {
  const opening = openingBefore(text, offset);
  if (!opening) return undefined;
  const { block, line } = OPENINGS[opening.word]!;
  const header = importsBefore(text, opening.at) + line;
  const from = Math.max(opening.at, offset - FARTHEST);
  const words = wordsOf(block).map((word) => word.split(" ").join("\\s+"));
  const begun = `(?=(?:${words.join("|")})(?![\\w-]))`;
  // As the first line that begins something is indented, so are they all.
  const indented = new RegExp(`\\n([ \\t]+)${begun}`).exec(text.slice(opening.at, offset));
  if (!indented) return atFirst(text, opening.at, offset, header);
  const starts = [...text.slice(from, offset).matchAll(new RegExp(`\\n${indented[1]!}${begun}`, "g"))];
  // The line that is being written begins nothing yet.
  const last = starts.findLast(({ index, 0: blank }) => from + index + blank.length < offset);
  if (!last) return undefined;
  const own = text.slice(from + last.index, offset);
  // After the end of the block, or where the line lies in a text in three quotes, indentation says nothing.
  if (/\n\}/.test(own) || text.slice(opening.at, from + last.index).split('"""').length % 2 === 0) return undefined;
  const written = own.slice(own.lastIndexOf("\n") + 1);
  const atStart = written === indented[1] && isClosed(own) ? { atStart: header } : {};
  return { text: header + own, header, from: from + last.index, ...atStart };
}

/** Where nothing begins above a blank line: whatever stands between it and the opening, a declaration may begin on it. */
function atFirst(text: string, opening: number, offset: number, header: string): DeclarationText | undefined {
  const own = text.slice(text.indexOf("{", opening) + 1, offset);
  const from = text.lastIndexOf("\n", offset - 1);
  const isBlank = text.slice(from, offset).trim() === "";
  if (!isBlank || !isClosed(own) || own.split('"""').length % 2 === 0) return undefined;
  return { text: header + text.slice(from, offset), header, from, atStart: header };
}

/** Each import in order, also where it is half written. */
const importsBefore = (text: string, opening: number): string =>
  [...importedIn(text.slice(0, opening))].map((name) => `import ${name} from ""\n`).join("");

const isClosed = (text: string): boolean => text.split("{").length === text.split("}").length;

function openingBefore(text: string, offset: number): { word: string; at: number } | undefined {
  const found = [
    ...text.slice(0, offset).matchAll(/(?:^|\n)(contract|library|variation|determination)[ \t][^\n]*\{[ \t]*(?=\n)/g),
  ].at(-1);
  return found && { word: found[1]!, at: found.index };
}
