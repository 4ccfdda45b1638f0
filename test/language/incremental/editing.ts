import { createConcordatServices, loweredContract } from "@concordat/language";
import {
  type AstNode,
  EmptyFileSystem,
  isAstNode,
  isReference,
  type LangiumDocument,
  TextDocument,
  URI,
} from "langium";

interface File extends AstNode {
  readonly contracts: readonly Parameters<typeof loweredContract>[0][];
}

/** A file that is open in an editor, changed as editors change it. */
export class OpenFile {
  readonly shared = createConcordatServices(EmptyFileSystem).shared;
  private readonly uri = URI.parse("file:///open/contract.concordat");
  private version = 0;

  /** All of the text, or what makes the new one of it: then only a stretch is sent. */
  async shows(text: string): Promise<Seen> {
    const { TextDocuments, DocumentBuilder } = this.shared.workspace;
    const before = TextDocuments.get(this.uri);
    this.version++;
    if (before) TextDocument.update(before, [{ text }], this.version);
    else TextDocuments.set(TextDocument.create(this.uri.toString(), "concordat", this.version, text));
    await DocumentBuilder.update([this.uri], []);
    return this.seen();
  }

  document(): LangiumDocument<File> {
    return this.shared.workspace.LangiumDocuments.getDocument(this.uri) as LangiumDocument<File>;
  }

  declarations(): readonly AstNode[] {
    return this.document().parseResult.value.contracts.flatMap(({ items }) => items);
  }

  private seen(): Seen {
    const document = this.document();
    return {
      tree: inWords(document.parseResult.value),
      findings: (document.diagnostics ?? [])
        .map(({ range: { start, end }, message, code, data, severity }) =>
          JSON.stringify([start, end, severity, code, message, data]),
        )
        .sort(),
      models: document.parseResult.value.contracts.map((contract) =>
        JSON.stringify(loweredContract(contract, document, this.shared).contract ?? null),
      ),
    };
  }
}

/** What a file is read as, what is found in it, and the contracts that come of it. */
export interface Seen {
  readonly tree: string;
  readonly findings: readonly string[];
  readonly models: readonly string[];
}

/** By somebody who has never seen the text before. */
export const freshly = (text: string): Promise<Seen> => new OpenFile().shows(text);

function inWords(node: AstNode): string {
  const lines: string[] = [];
  const tell = (of: AstNode, depth: number): void => {
    const { offset, length, range } = of.$cstNode ?? { offset: -1, length: -1, range: undefined };
    const at = range ? `${range.start.line}:${range.start.character}-${range.end.line}:${range.end.character}` : "";
    lines.push(`${" ".repeat(depth)}${of.$type} ${offset}+${length} ${at}`);
    for (const [name, value] of Object.entries(of)) {
      if (name.startsWith("$")) continue;
      for (const one of Array.isArray(value) ? value : [value]) {
        if (isAstNode(one)) {
          if (one.$container !== of) lines.push("stands elsewhere");
          tell(one, depth + 1);
        } else if (isReference(one)) {
          const { ref, $refText, $refNode } = one as { ref?: AstNode; $refText: string; $refNode?: { offset: number } };
          const leads = ref ? `${ref.$type} ${ref.$cstNode?.offset} ${ref.$cstNode?.text}` : "nowhere";
          lines.push(`${" ".repeat(depth + 1)}${name}: ${$refText} at ${$refNode?.offset} leads to ${leads}`);
        } else lines.push(`${" ".repeat(depth + 1)}${name}: ${String(one)}`);
      }
    }
  };
  tell(node, 0);
  return lines.join("\n");
}
