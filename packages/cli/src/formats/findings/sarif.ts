import { type CheckedFile, DIAGNOSTICS, type Finding, type TextRange } from "@concordat/language";
import { version } from "../../version.js";

const LEVELS = { error: "error", warning: "warning", information: "note" } as const;

/** SARIF 2.1.0, which code-scanning services read. Every diagnostic there is stands as a rule, found or not. */
export function findingsAsSarif(files: readonly CheckedFile[]): string {
  const ids = Object.keys(DIAGNOSTICS).sort();
  const report = {
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Concordat", semanticVersion: version, rules: ids.map(rule) } },
        columnKind: "utf16CodeUnits",
        artifacts: files.map(({ file }) => ({ location: artifact(file), sourceLanguage: "concordat" })),
        results: files.flatMap(({ findings }) => findings.map((finding) => result(finding, ids.indexOf(finding.id)))),
      },
    ],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function rule(id: string) {
  const { title, why, whatToDo, severity } = (DIAGNOSTICS as Record<string, Diagnostic>)[id]!;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${whatToDo}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

interface Diagnostic {
  readonly severity: Finding["severity"];
  readonly title: string;
  readonly why: string;
  readonly whatToDo: string;
}

function result(finding: Finding, ruleIndex: number) {
  const { id, severity, message, whatToDo, file, range, related = [], fix } = finding;
  return {
    ruleId: id,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: `${message} ${whatToDo}` },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region: region(range) } }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index + 1,
            message: { text: other.message },
            physicalLocation: { artifactLocation: artifact(other.file), region: region(other.range) },
          })),
        }),
    ...(fix
      ? {
          fixes: [
            {
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: artifact(file),
                  replacements: fix.edits.map(({ offset, length, text }) => ({
                    deletedRegion: { charOffset: offset, charLength: length },
                    insertedContent: { text },
                  })),
                },
              ],
            },
          ],
        }
      : {}),
  };
}

/** A path from the root of the sources, as a URI. */
const artifact = (file: string) => ({ uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" });

/** Ends are exclusive in both, and columns count from 1 in both. */
const region = ({ line, column, endLine, endColumn, offset, length }: TextRange) => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
  charOffset: offset,
  charLength: length,
});
