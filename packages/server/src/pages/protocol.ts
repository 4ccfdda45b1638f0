import type { TextPlace } from "../preview/protocol.js";

/** A text that is shown and that nobody edits, with the words in it that lead to a place of the contract. */
export interface Page {
  text: string;
  links: PageLink[];
}
export interface PageLink {
  /** In the page. */
  range: TextPlace;
  /** In the contract. */
  target: TextPlace;
}
