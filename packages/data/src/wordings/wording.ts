/** What is said of a problem. */
export interface Wording {
  readonly message: string;
  readonly toDo: string;
  readonly fatal?: true;
}

/** By the problem's id, in words that take its parameters. */
export type Wordings = Record<string, (parameters: never) => Wording>;
