/** A function or constant of the small runtime that is written into a module, only where the module uses it. */
export interface Helper {
  /** The name by which generated code calls it. */
  readonly name: string;
  /** JavaScript that declares it. Plain text, so that no bundler or minifier changes what is written. */
  readonly text: string;
  /** What its text calls. */
  readonly needs?: readonly Helper[];
}
