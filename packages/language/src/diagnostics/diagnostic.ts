/** What a reader is told about a mistake: the message says what; the entry says why it matters and what to do. */
export type Severity = "error" | "warning" | "information";

export interface DiagnosticEntry<P> {
  readonly severity: Severity;
  /** A heading for the manual: the law that was broken. */
  readonly title: string;
  /** One sentence, in the reader's words, with the names and values of the case at hand. */
  readonly message: (parameters: P) => string;
  readonly why: string;
  readonly whatToDo: string;
}

/** Lets a catalogue entry infer the type of its parameters. */
export const entry = <P>(diagnostic: DiagnosticEntry<P>): DiagnosticEntry<P> => diagnostic;
