import { type AstNodeDescription, AstUtils, GrammarAST, type LangiumDocument, type MaybePromise } from "langium";
import {
  type CompletionAcceptor,
  type CompletionContext,
  type CompletionValueItem,
  DefaultCompletionProvider,
  type LangiumServices,
  type NextFeature,
} from "langium/lsp";
import type { CancellationToken, CompletionItem, CompletionList, CompletionParams } from "vscode-languageserver";
import { CompletionItemKind } from "vscode-languageserver-types";
import { KINDS } from "../parser/linking.js";
import { isPhrase } from "../parser/tokens.js";
import { aboutFinding, acceptableIn, isFinding } from "./advice.js";
import { helpOn } from "./help.js";

/** The words and names that may stand at the cursor, each with what it means. */
export class ConcordatCompletionProvider extends DefaultCompletionProvider {
  private readonly phrases: readonly string[];

  constructor(services: LangiumServices) {
    super(services);
    this.phrases = Object.keys(services.parser.Lexer.definition).filter((name) => isPhrase(name) && WORD.test(name));
  }

  override async getCompletion(
    document: LangiumDocument,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionList | undefined> {
    return (
      (await this.insidePhrase(document, params, cancelToken)) ?? super.getCompletion(document, params, cancelToken)
    );
  }

  /** After `at ` the list still has `at least` and `at most`, in place of what is typed from the first word on. */
  private async insidePhrase(
    document: LangiumDocument,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionList | undefined> {
    const offset = document.textDocument.offsetAt(params.position);
    const before = document.textDocument.getText().slice(Math.max(0, offset - 60), offset);
    const begun = /(?:^|\s)([a-z]+(?:[ \t]+[a-z-]+)*[ \t]+[a-z-]*)$/.exec(before)?.[1];
    for (let typed = begun; typed?.includes(" "); typed = typed.replace(/^[a-z-]+[ \t]+/, "")) {
      const words = typed.replace(/[ \t]+/g, " ");
      const open = this.phrases.filter((phrase) => phrase.startsWith(words) && phrase !== words);
      if (open.length === 0) continue;
      const start = document.textDocument.positionAt(offset - typed.length);
      const list = await super.getCompletion(document, { ...params, position: start }, cancelToken);
      const items = (list?.items ?? [])
        .filter(({ label }) => open.includes(label))
        .map(
          (item): CompletionItem => ({
            ...item,
            filterText: item.label,
            textEdit: { newText: item.label, range: { start, end: params.position } },
          }),
        );
      if (items.length > 0) return { isIncomplete: true, items };
    }
    return undefined;
  }

  /**
   * `weight 40% on |`: the node before the cursor may be the percentage, while the name belongs to the line. Asked of the
   * percentage there would be no such reference and no list at all: ask on behalf of the rule's own type.
   */
  protected override completionForCrossReference(
    context: CompletionContext,
    next: NextFeature<GrammarAST.CrossReference>,
    acceptor: CompletionAcceptor,
  ): MaybePromise<void> {
    const rule = AstUtils.getContainerOfType(next.feature, GrammarAST.isParserRule);
    const own = rule?.returnType?.ref?.name ?? rule?.name;
    const type = next.type ?? (context.node?.$type === own ? undefined : own);
    return super.completionForCrossReference(context, type ? { ...next, type } : next, acceptor);
  }

  /** After `accept`: what may be accepted, what is told in this file before the rest. */
  protected override completionFor(
    context: CompletionContext,
    next: NextFeature,
    acceptor: CompletionAcceptor,
  ): MaybePromise<void> {
    if (!isFinding(next.feature)) return super.completionFor(context, next, acceptor);
    for (const { id, told } of acceptableIn(context.document)) {
      const documentation = { kind: "markdown", value: aboutFinding(id) } as const;
      acceptor(context, { label: id, kind: CompletionItemKind.EnumMember, sortText: told ? "0" : "1", documentation });
    }
  }

  protected override completionForKeyword(
    context: CompletionContext,
    keyword: GrammarAST.Keyword,
    acceptor: CompletionAcceptor,
  ): void {
    if (!WORD.test(keyword.value)) return;
    const help = helpOn(keyword.value);
    acceptor(context, {
      label: keyword.value,
      kind: this.getKeywordCompletionItemKind(keyword),
      sortText: "1",
      ...(help ? { documentation: { kind: "markdown", value: help } } : {}),
    });
  }

  protected override createReferenceCompletionItem(description: AstNodeDescription): CompletionValueItem {
    const { title } = (description.node ?? {}) as { title?: string };
    return {
      nodeDescription: description,
      kind: this.nodeKindProvider.getCompletionItemKind(description),
      detail: KINDS[description.type] ?? "",
      sortText: "0",
      ...(title ? { documentation: { kind: "markdown", value: title } } : {}),
    };
  }
}

/** Words and phrases; a sign is typed sooner than chosen. */
const WORD = /^[a-z]/;
