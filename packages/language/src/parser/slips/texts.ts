import { type Slip, says } from "./slip.js";

/** Quotation marks of a word processor, and texts that are never closed. */
export const textSlips: readonly Slip[] = [
  {
    // What the terminal of the grammar took: from the marks, or from the end of a reference, to the next thing.
    name: "PROSE_OPEN",
    read: (written) => {
      const goesOn = written.startsWith("}");
      return {
        as: [{ token: goesOn ? "PROSE_END" : "PROSE_PLAIN", image: `${written}"""` }],
        says: says("unclosed-text", { mark: '"""', where: "at its end" }, `${written}"""`),
      };
    },
  },
  {
    name: "SLIP_PROSE_QUOTES",
    pattern: /[“”„]{3}(?:(?![“”]{3}|""")[^{])*(?:[“”]{3}|""")/,
    read: (written) => ({
      as: [{ token: "PROSE_PLAIN", image: `"""${written.slice(3, -3)}"""` }],
      says: says("typographic-quotes", { meant: '"""…"""' }, `"""${written.slice(3, -3)}"""`),
    }),
  },
  {
    name: "SLIP_QUOTES",
    pattern: /[“”„«»](?:[^“”"„«»\n\r]*)[“”"»«]|'[^'\n\r]*'|‘[^’\n\r]*’/,
    read: (written) => {
      const meant = `"${written.slice(1, -1).replaceAll('"', "")}"`;
      return { as: [{ token: "STRING", image: meant }], says: says("typographic-quotes", { meant }, meant) };
    },
  },
  {
    // Up to the end of its line, but not over what goes on after a title.
    name: "SLIP_OPEN_STRING",
    after: "STRING",
    pattern:
      /["“”„][^"\n\r]*?(?=[ \t]*(?:\{[ \t]*(?:\/\/[^\n\r]*)?(?:[\n\r]|(?![\s\S]))|,[ \t]*(?:ods|contributes)[ \t]|[\n\r]|(?![\s\S])))/,
    read: (written) => ({
      as: [{ token: "STRING", image: `"${written.slice(1)}"` }],
      // A mark alone closes a text that another line, or another word, was meant to close.
      says: says(
        "unclosed-text",
        { mark: '"', where: "at its end" },
        written.length > 1 ? `"${written.slice(1)}"` : undefined,
      ),
    }),
  },
  {
    name: "SLIP_OPEN_COMMENT",
    after: "BLOCK_COMMENT",
    pattern: /\/\*[\s\S]*/,
    read: () => ({ as: [], says: says("unclosed-text", { mark: "*/", where: "after the remark" }) }),
  },
];
