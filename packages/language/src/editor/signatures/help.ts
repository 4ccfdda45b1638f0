import { CstUtils, type LangiumDocument } from "langium";
import type { LangiumServices, LangiumSharedServices, SignatureHelpProvider } from "langium/lsp";
import type { SignatureHelp, SignatureHelpParams } from "vscode-languageserver";
import { lineWords } from "../../parser/line-words.js";
import { helpOn } from "../help.js";
import type { Construct } from "./construct.js";
import { CONSTRUCTS } from "./constructs.js";
import { templateNamed } from "./template.js";

/** How far back a construct may begin. */
const FARTHEST = 600;

/** The parts of the construct at the cursor, the one that is being written first. It reads the line, however broken. */
export class ConcordatSignatureHelp implements SignatureHelpProvider {
  readonly signatureHelpOptions = { triggerCharacters: [" ", ","], retriggerCharacters: [" ", ","] };
  private readonly shared: LangiumSharedServices;
  private readonly beginsLine: RegExp;

  constructor(services: LangiumServices) {
    this.shared = services.shared;
    const words = [...new Set([...lineWords(services.Grammar).values()].flat())].filter((word) => /^[a-z]/.test(word));
    this.beginsLine = new RegExp(`(?:^|\\n)[ \\t]*(?=(?:${words.map(spaced).join("|")})(?![\\w-]))`, "g");
  }

  provideSignatureHelp(document: LangiumDocument, { position }: SignatureHelpParams): SignatureHelp | undefined {
    const offset = document.textDocument.offsetAt(position);
    const line = this.lineBefore(document.textDocument.getText().slice(Math.max(0, offset - FARTHEST), offset));
    const root = document.parseResult.value.$cstNode;
    const node = root && CstUtils.findLeafNodeBeforeOffset(root, offset)?.astNode;
    const [found] = [constructIn(line), node && templateNamed(line, node, this.shared)]
      .filter((each) => each !== undefined)
      .sort((a, b) => a.written.length - b.written.length);
    if (!found) return undefined;
    const { construct, written } = found;
    return { signatures: [signatureOf(construct)], activeSignature: 0, activeParameter: construct.current(written) };
  }

  /** The line of the block that the cursor stands in, which may be several of the text; without comments and quotes. */
  private lineBefore(before: string): string {
    const plain = before.replace(/\/\/[^\n]*/g, "").replace(/"[^"\n]*"/g, '""');
    if (/"[^"\n]*$/.test(plain.replaceAll('""', ""))) return "";
    const starts = [...plain.matchAll(this.beginsLine)].map(({ index, 0: blank }) => index + blank.length);
    const begin = Math.max(0, starts.at(-1) ?? 0, plain.lastIndexOf("{") + 1, plain.lastIndexOf("}") + 1);
    return plain.slice(begin);
  }
}

const spaced = (phrase: string): string => phrase.split(" ").join("\\s+");

/** The construct that begins last: a scale inside a weight is nearer than the weight. */
function constructIn(line: string): { construct: Construct; written: string } | undefined {
  let best: { construct: Construct; written: string } | undefined;
  for (const construct of CONSTRUCTS) {
    const before = construct.line ? "(?<=^\\s*)" : "(?<![\\w-])";
    const at = [...line.matchAll(new RegExp(`${before}${spaced(construct.word)}(?=\\s)`, "g"))].at(-1);
    if (!at) continue;
    const written = line.slice(at.index + at[0].length);
    if (!best || written.length < best.written.length) best = { construct, written };
  }
  return best;
}

function signatureOf({ word, parts }: Construct): SignatureHelp["signatures"][number] {
  const label = [word, ...parts.map((part) => part.label)].join("  ");
  let at = word.length;
  const parameters = parts.map((part) => {
    const start = label.indexOf(part.label, at);
    at = start + part.label.length;
    return { label: [start, at] as [number, number], documentation: { kind: "markdown" as const, value: part.help } };
  });
  const help = helpOn(word);
  return { label, parameters, ...(help ? { documentation: { kind: "markdown", value: help } } : {}) };
}
