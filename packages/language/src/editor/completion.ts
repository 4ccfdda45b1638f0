import {
  type AstNodeDescription,
  AstUtils,
  GrammarAST,
  type LangiumDocument,
  type ReferenceInfo,
  type Stream,
  stream,
  TextDocument,
} from "langium";
import {
  type CompletionAcceptor,
  type CompletionBacktrackingInformation,
  type CompletionContext,
  type CompletionValueItem,
  DefaultCompletionProvider,
  findNextFeatures,
  type LangiumServices,
  type LangiumSharedServices,
  type NextFeature,
} from "langium/lsp";
import type {
  CancellationToken,
  CompletionItem,
  CompletionList,
  CompletionParams,
  InitializeParams,
  Position,
} from "vscode-languageserver";
import * as ast from "../generated/ast.js";
import type { ForeseeingCompletionParser } from "../parser/completion-parser.js";
import { lineWords } from "../parser/line-words.js";
import { KINDS } from "../parser/linking.js";
import { isPhrase, isWord, RESERVED } from "../parser/tokens.js";
import { isFinding } from "./advice.js";
import { clauseItems } from "./completing/clauses.js";
import { cutOff, STAND_INS } from "./completing/cut-off.js";
import { type DeclarationText, declarationBefore } from "./completing/declaration.js";
import { fieldsOfAll, fitting } from "./completing/fields.js";
import { findingItems } from "./completing/findings.js";
import { standsAlready } from "./completing/once.js";
import { begunBefore, insteadOf, tidied, WORD } from "./completing/phrases.js";
import { beginsLine, placeOf } from "./completing/place.js";
import { rankOf } from "./completing/ranks.js";
import { withoutShapeWords } from "./completing/shape-words.js";
import { afterWord, followsWord, isNamed, wordBefore } from "./completing/soft-words.js";
import { valueItem } from "./completing/value-item.js";
import { valuesAt } from "./completing/values.js";
import { withNew } from "./completing/with-new.js";
import { helpOn } from "./help.js";

/** The words, names, values and whole clauses that may stand at the cursor, each with what it means. */
export class ConcordatCompletionProvider extends DefaultCompletionProvider {
  private readonly shared: LangiumSharedServices;
  /** Phrases, and words that may also be names. */
  private readonly phrases: ReadonlySet<string>;
  private readonly softWords: ReadonlySet<string>;
  private readonly wordsOfBlocks: ReadonlyMap<string, readonly string[]>;
  private readonly lineWords: ReadonlySet<string>;
  private fillsGaps = true;
  /** What may follow a text, for as long as one question is answered: it is asked several times over. */
  private readonly found = new Map<string, NextFeature[]>();

  constructor(services: LangiumServices) {
    super(services);
    this.shared = services.shared;
    const words = Object.keys(services.parser.Lexer.definition);
    this.phrases = new Set(words.filter((name) => isPhrase(name) && WORD.test(name)));
    this.softWords = new Set(words.filter((name) => isWord(name) && !RESERVED.has(name)));
    this.wordsOfBlocks = lineWords(services.Grammar);
    this.lineWords = new Set([...this.wordsOfBlocks.values()].flat());
  }

  protected override initialize(params: InitializeParams): void {
    super.initialize(params);
    this.fillsGaps = this.clientCapabilities?.completionItem?.snippetSupport === true;
  }

  override async getCompletion(
    document: LangiumDocument,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionList | undefined> {
    this.found.clear();
    const begun = await this.goingOn(document, params, cancelToken);
    if (begun && !begun.complete) return { isIncomplete: true, items: begun.items };
    const items = await this.itemsAt(document, params, cancelToken);
    return { isIncomplete: true, items: withNew(items, begun?.items ?? []) };
  }

  /** What may stand there by the whole file, and what else by all that stands before. */
  private async itemsAt(
    document: LangiumDocument,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<CompletionItem[]> {
    const offset = document.textDocument.offsetAt(params.position);
    const list = await super.getCompletion(document, params, cancelToken);
    const own = this.declarationAt(document.textDocument.getText(), offset);
    const cut = own && cutOff(document, offset, own, this.shared);
    const more = cut && (await super.getCompletion(cut, params, cancelToken));
    return withNew(list?.items ?? [], more?.items ?? []);
  }

  /**
   * After `at ` the list still has `at least` and `at most`, in place of what is typed from the first word on; after `1 Ap`
   * the days of April. `complete`: what is typed is a word already (`is`), so that what follows it may stand there as well.
   */
  private async goingOn(
    document: LangiumDocument,
    params: CompletionParams,
    cancelToken?: CancellationToken,
  ): Promise<{ items: CompletionItem[]; complete: boolean } | undefined> {
    const { textDocument } = document;
    const offset = textDocument.offsetAt(params.position);
    for (const typed of begunBefore(textDocument.getText(), offset)) {
      const words = tidied(typed);
      if (WORD.test(words) && ![...this.phrases].some((phrase) => phrase.startsWith(words))) continue;
      const start = textDocument.positionAt(offset - typed.length);
      const found = await this.itemsAt(document, { ...params, position: start }, cancelToken);
      const items = found.flatMap((item) => insteadOf(words, item, { start, end: params.position }, this.phrases));
      if (items.length > 0) return { items, complete: found.some(({ label }) => label === words.trim()) };
    }
    return undefined;
  }

  /** A word of the language that might be a name is read as itself, where nothing is called so; a comma in every way. */
  protected override *buildContexts(
    document: LangiumDocument,
    position: Position,
  ): IterableIterator<CompletionContext> {
    for (const context of super.buildContexts(document, position))
      yield withoutShapeWords(this.readAnew(context), this.shared);
  }

  /** Only the declaration at hand is read: what is wrong above it has no say in what may stand here. */
  protected override findFeaturesAt(document: TextDocument, offset: number): NextFeature[] {
    const own = this.featuresInDeclaration(document, offset);
    return own && own.length > 0 ? own : super.findFeaturesAt(document, offset);
  }

  /** Undefined where the lines do not say which declaration is at hand. */
  private featuresInDeclaration(document: TextDocument, offset: number): NextFeature[] | undefined {
    const own = this.declarationAt(document.getText(), offset);
    if (!own) return undefined;
    const known = this.found.get(own.text);
    if (known) return known;
    const found = [...this.featuresAfter(own.text, document), ...this.featuresIfGoingOn(own.text)];
    // A line that is not finished does not keep the next declaration from beginning.
    const more = own.atStart ? this.featuresAfter(own.atStart, document) : [];
    const all = [...found, ...more.filter(({ feature }) => found.every((known) => known.feature !== feature))];
    this.found.set(own.text, all);
    return all;
  }

  private readonly declarationAt = (text: string, offset: number): DeclarationText | undefined =>
    declarationBefore(text, offset, (block) => this.wordsOfBlocks.get(block) ?? []);

  /** The tokens around the cursor, without those of the rest of a long file. */
  protected override backtrackToAnyToken(text: string, offset: number): CompletionBacktrackingInformation {
    const own = this.declarationAt(text, offset);
    if (!own) return super.backtrackToAnyToken(text, offset);
    const behind = text.slice(offset, endOfLineAfter(text, offset));
    const moved = offset - own.text.length;
    const around = super.backtrackToAnyToken(own.text + behind, own.text.length);
    const { previousTokenStart: start, previousTokenEnd: end } = around;
    return {
      nextTokenStart: around.nextTokenStart + moved,
      nextTokenEnd: around.nextTokenEnd + moved,
      ...(start === undefined || end === undefined || start < own.header.length
        ? {}
        : { previousTokenStart: start + moved, previousTokenEnd: end + moved }),
    };
  }

  private featuresAfter(text: string, { uri, languageId, version }: TextDocument): NextFeature[] {
    return super.findFeaturesAt(TextDocument.create(uri, languageId, version, text), text.length);
  }

  /** `weighted 40%` may be whole, with a key called `weighted`, or the begin of a list of weights: as it goes on. */
  private featuresIfGoingOn(text: string): NextFeature[] {
    const parser = this.completionParser as ForeseeingCompletionParser;
    return STAND_INS.flatMap((rest) => {
      const stack = parser.stackBefore(text, rest)?.map((feature) => ({ feature }));
      return stack ? findNextFeatures([stack], []) : [];
    });
  }

  private readAnew(context: CompletionContext): CompletionContext {
    const { textDocument, tokenOffset, node, features } = context;
    const before = wordBefore(textDocument.getText(), tokenOffset);
    const soft = before && this.softWords.has(before.word) && !isNamed(before.word, node, this.shared);
    if (!before || (!soft && before.word !== ",")) return context;
    const there = this.featuresInDeclaration(textDocument, before.at) ?? super.findFeaturesAt(textDocument, before.at);
    const after = afterWord(before.word, there);
    if (after.length === 0 || followsWord(context, after)) return context;
    return { ...context, features: soft ? after : [...features, ...after] };
  }

  /** Right behind a letter, a digit or a percent sign nothing new can begin. */
  protected override performNextTokenCompletion(_document: LangiumDocument, text: string): boolean {
    return /[^\p{L}\p{N}%]$/u.test(text);
  }

  /**
   * `weight 40% on |`: the node before the cursor may be the percentage, while the name belongs to the line. Asked of the
   * percentage there would be no such reference and no list at all: ask on behalf of the rule's own type.
   */
  protected override async completionForCrossReference(
    context: CompletionContext,
    next: NextFeature<GrammarAST.CrossReference>,
    acceptor: CompletionAcceptor,
  ): Promise<void> {
    const rule = AstUtils.getContainerOfType(next.feature, GrammarAST.isParserRule);
    const own = rule?.returnType?.ref?.name ?? rule?.name;
    const type = next.type ?? (context.node?.$type === own ? undefined : own);
    // A parameter is looked up in the shape whose use is being written, which may lie around what stands before it.
    const use = type === ast.Argument.$type ? AstUtils.getContainerOfType(context.node, ast.isShapeUse) : undefined;
    const at = use ? { ...context, node: use } : context;
    await super.completionForCrossReference(at, type ? { ...next, type } : next, acceptor);
  }

  protected override getReferenceCandidates(
    info: ReferenceInfo,
    context: CompletionContext,
  ): Stream<AstNodeDescription> {
    const candidates = super.getReferenceCandidates(info, context).toArray();
    if (candidates.length > 0) return stream(fitting(candidates, info));
    const all = fieldsOfAll(info, this.shared).map((field) => this.descriptionOf(field));
    return stream(fitting(all, info));
  }

  private descriptionOf(node: { name: string } & NonNullable<AstNodeDescription["node"]>): AstNodeDescription {
    return { node, name: node.name, type: node.$type, documentUri: AstUtils.getDocument(node).uri, path: "" };
  }

  protected override async completionFor(
    context: CompletionContext,
    next: NextFeature,
    acceptor: CompletionAcceptor,
  ): Promise<void> {
    if (isFinding(next.feature)) {
      for (const item of findingItems(context.document)) acceptor(context, item);
      return;
    }
    const place = placeOf(context, next, this.shared);
    if (!place) return super.completionFor(context, next, acceptor);
    const offers = await valuesAt(place);
    for (const [rank, offer] of offers.entries()) acceptor(context, valueItem(offer, rank, context));
  }

  protected override completionForKeyword(
    context: CompletionContext,
    keyword: GrammarAST.Keyword,
    acceptor: CompletionAcceptor,
  ): void {
    if (!WORD.test(keyword.value) || standsAlready(keyword, context.node, context.offset)) return;
    const help = helpOn(keyword.value);
    // Where a line may begin, the words that begin lines come before those that go on with the line above.
    const goesOn = beginsLine(context) && !this.lineWords.has(keyword.value);
    acceptor(context, {
      label: keyword.value,
      kind: this.getKeywordCompletionItemKind(keyword),
      sortText: goesOn ? "5" : "3",
      ...(help ? { documentation: { kind: "markdown", value: help } } : {}),
    });
    if (!this.fillsGaps) return;
    for (const item of clauseItems(keyword, context, this.shared)) acceptor(context, item);
  }

  protected override createReferenceCompletionItem(
    description: AstNodeDescription,
    info: ReferenceInfo,
    { textDocument, tokenOffset }: CompletionContext,
  ): CompletionValueItem {
    const { title } = (description.node ?? {}) as { title?: string };
    const before = textDocument.getText().slice(Math.max(0, tokenOffset - 200), tokenOffset);
    return {
      nodeDescription: description,
      kind: this.nodeKindProvider.getCompletionItemKind(description),
      detail: KINDS[description.type] ?? "",
      sortText: `0${rankOf(description.node, info, before)}`,
      ...(title ? { labelDetails: { description: title }, documentation: { kind: "markdown", value: title } } : {}),
    };
  }
}

const endOfLineAfter = (text: string, offset: number): number => {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
};
