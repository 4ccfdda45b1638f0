import { createParser, type GrammarAST, LangiumCompletionParser, type LangiumCoreServices } from "langium";

/** Tells also where in the grammar the reader of a text stood before the text's end. */
export class ForeseeingCompletionParser extends LangiumCompletionParser {
  /** Where it stood after each token; the parser that this one extends asks for it while it is still being built. */
  private reached?: Map<number, GrammarAST.AbstractElement[]>;

  override consume(...[index, tokenType, feature]: Parameters<LangiumCompletionParser["consume"]>): void {
    super.consume(index, tokenType, feature);
    const after = this.currIdx + 1;
    // A word that is only thought to be missing moves nothing on.
    if (this.isRecording() || !this.reached || this.reached.has(after)) return;
    this.reached.set(after, Reflect.get(this, "lastElementStack") as GrammarAST.AbstractElement[]);
  }

  /**
   * Where in the grammar the end of a text is, if the text goes on as given; undefined where it cannot go on so. `paid to
   * each` may end with a name or with a word of the language: what follows decides.
   */
  stackBefore(text: string, rest: string): GrammarAST.AbstractElement[] | undefined {
    this.reached = new Map();
    const { tokens, tokenIndex } = this.parse(text + rest);
    const count = tokens.findIndex(({ startOffset }) => startOffset >= text.length);
    return count > 0 && tokenIndex > count ? this.reached.get(count) : undefined;
  }
}

/**
 * The parser that tells what may stand at a place, built when it is first asked. Building it takes as long as building
 * the one that reads contracts, and nobody completes a word before the first findings are there.
 */
export function completionParserWhenAsked(services: LangiumCoreServices): ForeseeingCompletionParser {
  let built: ForeseeingCompletionParser | undefined;
  return new Proxy({} as ForeseeingCompletionParser, {
    get(_, property) {
      // What loads every service at the start asks of each whether it is a container.
      if (typeof property === "symbol") return undefined;
      built ??= parserOf(services);
      const value = Reflect.get(built, property) as unknown;
      return typeof value === "function" ? value.bind(built) : value;
    },
  });
}

function parserOf(services: LangiumCoreServices): ForeseeingCompletionParser {
  const parser = new ForeseeingCompletionParser(services);
  createParser(services.Grammar, parser, services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}
