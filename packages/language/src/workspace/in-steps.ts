import type * as ast from "../generated/ast.js";
import { adviseOn, type Lowered, type Terms } from "../lowering/contract.js";
import type { Steps } from "../lowering/turns.js";

/** The terms, and the tree that they are of: the contract's own, or one that was put together out of several. */
export interface Begun {
  readonly tree?: ast.Contract;
  readonly terms: Terms;
}

/** What a contract is lowered to, worked out as far as somebody has asked: who asks later goes on from there. */
export class InSteps {
  private underway: Steps<Begun> | undefined;
  private advising: Steps<Lowered> | undefined;
  private begun: Begun | undefined;
  private whole: Lowered | undefined;

  constructor(private readonly lower: () => Steps<Begun>) {}

  /** All that must be right, without advice. */
  *terms(): Steps<Terms> {
    this.underway ??= this.lower();
    while (!this.begun) {
      const { done, value } = this.underway.next();
      if (done) this.begun ??= value;
      else yield;
    }
    return this.begun.terms;
  }

  /** All that there is to say. */
  *advised(): Steps<Lowered> {
    yield* this.terms();
    const { tree, terms } = this.begun!;
    if (!tree) return terms;
    this.advising ??= adviseOn(tree, terms);
    while (!this.whole) {
      const { done, value } = this.advising.next();
      if (done) this.whole ??= value;
      else yield;
    }
    return this.whole;
  }
}
