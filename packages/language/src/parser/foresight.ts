import type { IToken } from "chevrotain";
import type { Expectation } from "./expectation.js";
import { type Internals, kind, peek } from "./internals.js";

/**
 * How far prediction looked ahead. A list goes on only where the whole next item can be read; where it cannot, the parser
 * stops at the comma, while the mistake is at the farthest token that was looked at.
 */
export class Foresight {
  private farthest = 0;
  private watched: IToken[] = [];
  /** Where a mistake is being described or mended: what is looked at there foretells nothing. */
  private mending = -1;

  constructor(private readonly parser: Internals) {
    parser.LA = (distance) => this.lookAhead(distance);
    const deletable = parser.canRecoverWithSingleTokenDeletion.bind(parser);
    parser.canRecoverWithSingleTokenDeletion = (type) => {
      this.mending = parser.currIdx;
      return deletable(type);
    };
  }

  private lookAhead(distance: number): IToken {
    const { parser } = this;
    if (this.watched !== parser.input) [this.watched, this.farthest, this.mending] = [parser.input, 0, -1];
    // Prediction never asks for the next token in this way.
    if (distance === 1) this.mending = parser.currIdx;
    if (this.mending !== parser.currIdx) this.farthest = Math.max(this.farthest, parser.currIdx + distance);
    return peek(parser, distance);
  }

  /** Looks ahead without a trace. */
  aside<T>(look: () => T): T {
    const { farthest } = this;
    try {
      return look();
    } finally {
      this.farthest = farthest;
    }
  }

  /** What was looked at is of no account: the mistake is where the parser stands. */
  forget(): void {
    this.farthest = 0;
  }

  /** The farthest token looked at and the one before it, where that is beyond the mistake. */
  beyond(mistake: IToken): Expectation["far"] {
    const { input, currIdx } = this.parser;
    const at = input.indexOf(mistake, Math.max(0, currIdx));
    const actual = input[this.farthest];
    if (at < 0 || this.farthest <= at || !actual || kind(mistake) === "EOF") return undefined;
    return { previous: input[this.farthest - 1], actual };
  }
}
