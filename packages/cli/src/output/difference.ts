import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { Io } from "../io.js";
import { coloursFor } from "./colour.js";

/** What would change in a file, line by line, in the form that `patch` and `git apply` read. */
export function difference(file: string, before: string, after: string, io: Io): string {
  const colours = coloursFor(io.stdout, io);
  const paint = (line: string): string => {
    if (line.startsWith("+")) return colours.green(line);
    if (line.startsWith("-")) return colours.red(line);
    return line.startsWith("@@") ? colours.blue(line) : line;
  };
  return createTwoFilesPatch(file, file, before, after, "", "", { context: 2, headerOptions: FILE_HEADERS_ONLY })
    .split("\n")
    .map(paint)
    .join("\n");
}
