import type { CheckedFile, Finding } from "@concordat/language";
import { tallySentence } from "./format.js";

const COMMANDS = { error: "error", warning: "warning", information: "notice" } as const;

/** Workflow commands, which GitHub shows beside the lines of a change. */
export function findingsAsGithub(files: readonly CheckedFile[]): string {
  return [...files.flatMap(({ findings }) => findings.map(command)), tallySentence(files), ""].join("\n");
}

function command({ severity, file, range, id, message, why, whatToDo }: Finding): string {
  const properties = [
    `file=${property(file)}`,
    `line=${range.line}`,
    `endLine=${range.endLine}`,
    // GitHub takes columns only where the range stays on one line, and counts the last one in.
    ...(range.line === range.endLine
      ? [`col=${range.column}`, `endColumn=${Math.max(range.column, range.endColumn - 1)}`]
      : []),
    `title=${property(id)}`,
  ];
  return `::${COMMANDS[severity]} ${properties.join(",")}::${data(`${message}\nwhy: ${why}\ndo: ${whatToDo}`)}`;
}

const data = (text: string): string => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
