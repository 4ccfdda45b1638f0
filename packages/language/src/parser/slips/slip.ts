import type { IToken } from "chevrotain";
import { type SyntaxId, type SyntaxParameters, syntax } from "../../diagnostics/syntax.js";

/**
 * A way of writing that people bring from elsewhere. It is read as what was meant, so that it gives one message and
 * nothing after it goes astray.
 */
export interface Slip {
  /** The name of its token, shown to nobody. */
  readonly name: string;
  /** Absent where the grammar has the terminal already. */
  readonly pattern?: RegExp;
  /** The terminal that it must leave first choice to; without one it has first choice itself. */
  readonly after?: string;
  /** Well written after all, in this text. */
  readonly unless?: (written: string, text: string) => boolean;
  readonly read: (written: string, place: SlipPlace) => Reading;
}

export interface SlipPlace {
  /** The tokens before it, as they were read, the nearest last. */
  readonly before: readonly IToken[];
  /** What stands after it, up to a few words. */
  readonly rest: string;
  /** What stands before it, up to a few words. */
  readonly past: string;
}

export interface Reading {
  /** What it is read as; empty where it is passed over. */
  readonly as: readonly { readonly token: string; readonly image: string }[];
  /** How many of the tokens before it go into the reading. */
  readonly taking?: number;
  /** Undefined where it turns out to be well written. */
  readonly says?: SlipMessage;
}

export interface SlipMessage {
  readonly id: SyntaxId;
  readonly message: string;
  /** What to write in its place, where one key can mend it. */
  readonly write?: string;
}

export const says = <I extends SyntaxId>(id: I, parameters: SyntaxParameters<I>, write?: string): SlipMessage => ({
  id,
  message: (syntax[id].message as (p: SyntaxParameters<I>) => string)(parameters),
  ...(write === undefined ? {} : { write }),
});

/** A pattern in which `·` stands for white space on one line, with a guard against a longer word or number. */
export const wordPattern = (source: string, flags = ""): RegExp =>
  new RegExp(`(?:${source.replaceAll("·", "[ \\t]")})(?![A-Za-z0-9_-])`, flags);
