import type { TextPlace } from "../preview/protocol.js";
import type { Page, PageLink } from "./protocol.js";

/** Writes a page line by line. Where a line is about a place of the contract, it ends with that place as a link. */
export class PageWriter {
  private readonly lines: string[] = [];
  private readonly links: PageLink[] = [];

  line(text: string, about?: TextPlace): void {
    if (!about) {
      this.lines.push(text);
      return;
    }
    const words = `line ${about.start.line + 1}`;
    const [line, from] = [this.lines.length, text.length + 2];
    this.lines.push(`${text} (${words})`);
    const range = { start: { line, character: from }, end: { line, character: from + words.length } };
    this.links.push({ range, target: about });
  }

  page(): Page {
    return { text: this.lines.join("\n"), links: this.links };
  }
}
