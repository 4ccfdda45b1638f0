/**
 * A page of the manual. Its fenced `concordat` blocks are checked as they are read:
 *
 * - A block stands, with the page's other blocks, in the contract that all pages share (`standing.concordat`), unless it
 *   begins with `contract`: then it is one.
 * - A block `concordat wrong` stands there alone, and the quotation under it is the one message that it gets.
 * - A block `concordat fragment` shows a form, with something left out. It is not checked.
 * - A block with a file's name belongs to the sessions of the page: see `test/cli/scenario-file.ts`.
 */
export interface Page {
  readonly contracts: readonly string[];
  readonly wrong: readonly { readonly line: number; readonly text: string; readonly message: string }[];
  readonly links: readonly { readonly line: number; readonly to: string }[];
  /** Commands of Concordat that the page shows, without what follows them. */
  readonly commands: readonly string[];
  readonly hasSession: boolean;
}

export function readPage(text: string, standing: string): Page {
  const blocks = [...fencedBlocks(text)];
  const plain = blocks.filter(({ info }) => info === "concordat");
  const whole = plain.filter((block) => block.text.startsWith("contract "));
  const lines = plain.filter((block) => !whole.includes(block)).map((block) => block.text);
  const wrong = blocks.filter(({ info }) => info === "concordat wrong");
  const inContract = (items: readonly string[]): string => standing.replace(/\}\s*$/, `\n${items.join("\n")}\n}\n`);
  return {
    contracts: [...whole.map((block) => block.text), ...(lines.length > 0 ? [inContract(lines)] : [])],
    wrong: wrong.map((block) => ({
      line: block.line,
      text: block.text.startsWith("contract ") ? block.text : inContract([block.text]),
      message: quotationUnder(text, block.end),
    })),
    links: [...text.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => ({
      line: lineAt(text, match.index),
      to: match[1]!,
    })),
    commands: [...text.matchAll(/(?:^\$ |(?<!`)`)concordat ([a-z]+)(?=[\s`])/gm)].map((match) => match[1]!),
    hasSession: blocks.some(({ info }) => info === "console"),
  };
}

function* fencedBlocks(text: string): Generator<{ info: string; text: string; line: number; end: number }> {
  for (const match of text.matchAll(/^```([^\n`]+)\n([\s\S]*?)^```$/gm)) {
    const end = match.index + match[0].length;
    yield { info: match[1]!.trim(), text: match[2]!, line: lineAt(text, match.index), end };
  }
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

function quotationUnder(text: string, end: number): string {
  const quotation = /^\s*((?:> .*(?:\n|$))+)/.exec(text.slice(end))?.[1] ?? "";
  return quotation
    .split("\n")
    .map((line) => line.replace(/^> /, ""))
    .join(" ")
    .trim();
}
