import { type DataFile, type Folder, type Found, globForm, staysInside } from "../sources/data-file.js";

/** Files that somebody else has read already, as if they lay in one folder. */
export class MemoryFolder implements Folder {
  constructor(
    readonly name: string,
    private readonly files: ReadonlyMap<string, Uint8Array>,
  ) {}

  bytes({ path }: DataFile): Uint8Array {
    return this.files.get(path)!;
  }

  async find(name: string): Promise<Found> {
    if (!staysInside(name)) return { wrong: "outside" };
    const path = name
      .split("/")
      .filter((part) => part !== "." && part !== "")
      .join("/");
    if (!this.files.has(path)) return { wrong: "missing" };
    return { file: { name, path, gzip: /\.gz$/i.test(name) } };
  }

  async matching(glob: string): Promise<string[] | "outside"> {
    const folder = glob.slice(0, glob.lastIndexOf("/") + 1);
    if (!staysInside(glob) || /[*?]/.test(folder)) return "outside";
    const fits = globForm(glob.slice(folder.length));
    return (await this.list(folder)).filter(fits).map((name) => folder + name);
  }

  async list(below = ""): Promise<string[]> {
    return [...this.files.keys()]
      .filter((path) => path.startsWith(below) && !path.slice(below.length).includes("/"))
      .map((path) => path.slice(below.length))
      .sort((a, b) => (a < b ? -1 : 1));
  }
}
