import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { type Folder, type Found, globForm, staysInside } from "./data-file.js";

/** The folder that data are read from. What does not lie in it, links resolved, is not read. */
export class DataFolder implements Folder {
  private constructor(
    private readonly root: string,
    /** The folder's own name, for messages. */
    readonly name: string,
  ) {}

  static async at(path: string): Promise<DataFolder> {
    const root = await realpath(path);
    return new DataFolder(root, basename(root) || "the data folder");
  }

  /** `name` is relative to the folder. */
  async find(name: string): Promise<Found> {
    if (!staysInside(name)) return { wrong: "outside" };
    try {
      const path = await realpath(join(this.root, name));
      if (!path.startsWith(this.root.endsWith(sep) ? this.root : this.root + sep)) return { wrong: "outside" };
      if (!(await stat(path)).isFile()) return { wrong: "not-a-file" };
      return { file: { name, path, gzip: /\.gz$/i.test(name) } };
    } catch {
      return { wrong: "missing" };
    }
  }

  /** Names that match `spells-*.csv`, sorted. `*` and `?` stand for characters of a file's name, not of a folder's. */
  async matching(glob: string): Promise<string[] | "outside"> {
    if (!staysInside(glob) || /[*?]/.test(dirname(glob))) return "outside";
    const folder = dirname(glob) === "." ? "" : `${dirname(glob)}/`;
    return (await this.list(folder)).filter(globForm(basename(glob))).map((name) => folder + name);
  }

  /** Names in the folder, or in one below it, sorted. */
  async list(below = ""): Promise<string[]> {
    const inside = below === "" ? this.root : await realpath(join(this.root, below)).catch(() => "");
    if (inside !== this.root && !inside.startsWith(this.root + sep)) return [];
    return (await readdir(inside).catch(() => [])).sort((a, b) => (a < b ? -1 : 1));
  }
}
