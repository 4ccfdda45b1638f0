/** A file of the data folder. Only `name`, relative and with `/`, is ever shown. */
export interface DataFile {
  readonly name: string;
  /** Its real path, symbolic links resolved. */
  readonly path: string;
  readonly gzip: boolean;
}

/** Where a name leads. */
export type Found = { readonly file: DataFile } | { readonly wrong: "outside" | "missing" | "not-a-file" };

/** What data are read from. */
export interface Folder {
  /** Its own name, for messages. */
  readonly name: string;
  find(name: string): Promise<Found>;
  matching(glob: string): Promise<string[] | "outside">;
  list(below?: string): Promise<string[]>;
}

/** Whether a file's name has the form `spells-*.csv`. */
export function globForm(glob: string): (name: string) => boolean {
  const escaped = glob.replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const form = new RegExp(`^${escaped.replace(/\*/g, ".*").replace(/\?/g, ".")}$`);
  return (name) => form.test(name);
}

export const staysInside = (name: string): boolean =>
  !/^[/\\]|^[A-Za-z]:|[\\\0]/.test(name) && !name.split("/").includes("..");
