/**
 * An indented tree, without what it says twice: where a line with lines below it comes again, those below are left out
 * the second time.
 */
export function withoutRepeats(lines: readonly string[]): string[] {
  const said = new Set<string>();
  const kept: string[] = [];
  let skipBelow: number | undefined;
  lines.forEach((line, index) => {
    const depth = indentOf(line);
    if (skipBelow !== undefined && depth > skipBelow) return;
    skipBelow = undefined;
    const hasMore = index + 1 < lines.length && indentOf(lines[index + 1]!) > depth;
    if (hasMore && said.has(line.trim())) {
      kept.push(`${line} As above.`);
      skipBelow = depth;
      return;
    }
    if (hasMore) said.add(line.trim());
    kept.push(line);
  });
  return kept;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
