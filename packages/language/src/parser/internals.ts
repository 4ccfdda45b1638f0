import type { IToken, TokenType } from "chevrotain";

/** What is used of the parser generator, which offers no hooks: the versions are pinned, and a test deletes every token. */
export interface Internals {
  consumeInternal(type: TokenType, index: number, options: unknown): IToken;
  consumeInternalError(type: TokenType, next: IToken, options: unknown): void;
  consumeInternalRecovery(type: TokenType, index: number, error: unknown): IToken;
  currIdx: number;
  input: IToken[];
  errors: Error[];
  LA(distance: number): IToken;
  SKIP_TOKEN(): IToken;
  flattenFollowSet(): TokenType[];
  SAVE_ERROR(error: Error): Error;
  exportLexerState(): number;
  importLexerState(state: number): void;
  getCurrRuleFullName(): string;
  errorMessageProvider: { buildMismatchTokenMessage(options: object): string };
  tryInRepetitionRecovery(
    rule: (...args: unknown[]) => void,
    args: unknown[],
    lookAhead: () => boolean,
    expected: TokenType,
  ): void;
  findReSyncTokenType(): TokenType;
  reSyncTo(type: TokenType): IToken[];
  canRecoverWithSingleTokenDeletion(type: TokenType): boolean;
  canRecoverWithSingleTokenInsertion(type: TokenType, follows: TokenType[]): boolean;
}

/** A token at a distance, without a trace: what prediction looks at is watched (see `Foresight`). */
export const peek = (parser: Internals, distance: number): IToken =>
  (Object.getPrototypeOf(parser) as Internals).LA.call(parser, distance);

export const kind = (token: IToken): string => token.tokenType.name;

/** The name of a rule without the generator's marks. */
export const ruleName = (full: string): string => full.replace(/\W/g, "");
