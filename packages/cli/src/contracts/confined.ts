import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

export interface ConfinedReader {
  /** The text of a file that a contract names; undefined where it is not there or may not be read. */
  readonly readText: (named: string) => string | undefined;
  /** Files that were asked for and lie outside, in the order they were asked for. */
  readonly refused: readonly string[];
}

/**
 * Reads files that contracts name, and only inside the contracts' own folders: a contract comes from someone else, and
 * must not reach into the rest of the computer by `..` or through a link.
 */
export function confinedReader(folders: readonly string[], cwd: string): ConfinedReader {
  const roots = [...new Set(folders)].map((folder) => realpathSync(folder));
  const refused: string[] = [];
  const readText = (named: string): string | undefined => {
    const real = realPath(path.resolve(cwd, named));
    if (real.is === "absent" && !roots.some((root) => isInside(root, real.path))) refused.push(named);
    if (real.is === "absent") return undefined;
    if (!roots.some((root) => isInside(root, real.path))) {
      refused.push(named);
      return undefined;
    }
    return statSync(real.path).isFile() ? readFileSync(real.path, "utf8") : undefined;
  };
  return { readText, refused };
}

/** Where a path leads once links are followed. Of what is not there, the folders that are there are followed. */
function realPath(file: string): { is: "there" | "absent"; path: string } {
  try {
    return { is: "there", path: realpathSync(file) };
  } catch {
    const parent = path.dirname(file);
    const rest = path.basename(file);
    return { is: "absent", path: parent === file ? file : path.join(realPath(parent).path, rest) };
  }
}

function isInside(root: string, file: string): boolean {
  const relative = path.relative(root, file);
  return relative !== "" && relative.split(path.sep)[0] !== ".." && !path.isAbsolute(relative);
}
