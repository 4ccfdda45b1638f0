import type { RuleCoverage, TextPlace } from "@concordat/server/protocol";
import { BranchCoverage, FileCoverage, Range, StatementCoverage, type Uri } from "vscode";

const details = new WeakMap<FileCoverage, StatementCoverage[]>();

/** The rules of a contract as the editor shows coverage: each is a statement, and each way that it can go a branch of it. */
export function coverageOf(uri: Uri, rules: readonly RuleCoverage[]): FileCoverage {
  const statements = rules.map(
    ({ range, ways }) =>
      new StatementCoverage(
        new Set(ways.flatMap(({ examples }) => examples)).size,
        rangeOf(range),
        ways.map(({ what, range: place, examples }) => new BranchCoverage(examples.length, rangeOf(place), what)),
      ),
  );
  const file = FileCoverage.fromDetails(uri, statements);
  details.set(file, statements);
  return file;
}

export const detailsOf = (file: FileCoverage): StatementCoverage[] => details.get(file) ?? [];

const rangeOf = ({ start, end }: TextPlace): Range => new Range(start.line, start.character, end.line, end.character);
