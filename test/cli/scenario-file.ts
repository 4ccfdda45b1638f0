/**
 * A scenario is a document: prose, files, and what someone types with what they then see.
 *
 * - A fenced block with a name after its language (```` ```concordat rochdale.concordat ````) is a file.
 * - A `console` block is a session: lines that begin with `$ ` are typed, the rest is the exact output, the standard and
 *   the error output as a terminal shows them, one after the other. `[exit 1]` is the exit code; without it, 0.
 * - A line that is only `…` stands for any lines.
 */
export interface Scenario {
  readonly title: string;
  readonly parts: readonly Part[];
}
export type Part =
  | { readonly kind: "file"; readonly name: string; readonly text: string }
  | { readonly kind: "session"; readonly line: number; readonly commands: readonly Command[] };
export interface Command {
  readonly typed: string;
  readonly output: string;
}

export function readScenario(document: string): Scenario {
  const title = /^# (.+)$/m.exec(document)?.[1] ?? "untitled";
  const parts: Part[] = [];
  for (const { info, text, line } of fencedBlocks(document)) {
    const [language, name] = info.split(/\s+/);
    if (name !== undefined) parts.push({ kind: "file", name, text });
    else if (language === "console") parts.push({ kind: "session", line, commands: commandsOf(text) });
  }
  return { title, parts };
}

/** The same document with each session's output replaced by what it really was, by the session's line. */
export function withOutputs(document: string, outputs: ReadonlyMap<number, string>): string {
  return document.replace(/^```console\n[\s\S]*?^```$/gm, (block, at: number) => {
    const output = outputs.get(lineAt(document, at));
    return output === undefined ? block : `\`\`\`console\n${output}\`\`\``;
  });
}

const lineAt = (document: string, offset: number): number => document.slice(0, offset).split("\n").length;

function* fencedBlocks(document: string): Generator<{ info: string; text: string; line: number }> {
  for (const match of document.matchAll(/^```([^\n`]+)\n([\s\S]*?)^```$/gm)) {
    yield { info: match[1]!.trim(), text: match[2]!, line: lineAt(document, match.index) };
  }
}

function commandsOf(session: string): Command[] {
  return session
    .split(/^(?=\$ )/m)
    .filter((part) => part.startsWith("$ "))
    .map((part) => {
      const end = part.indexOf("\n");
      return { typed: part.slice(2, end), output: part.slice(end + 1) };
    });
}

/** Whether output is as expected, where a line `…` stands for any lines. */
export function matches(actual: string, expected: string): boolean {
  if (!expected.includes("…\n")) return actual === expected;
  const pattern = expected
    .split(/^…\n/m)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("(?:.*\\n)*?");
  return new RegExp(`^${pattern}$`).test(actual);
}
