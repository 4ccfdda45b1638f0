import type { EngineError } from "./engine/session.js";
import { databaseWordings } from "./postgres/wordings.js";
import { formatInWords } from "./sources/formats.js";
import { columnWordings } from "./wordings/column.js";
import { extractWordings } from "./wordings/extract.js";
import { fileWordings } from "./wordings/file.js";
import { folderWordings } from "./wordings/folder.js";
import type { Wording, Wordings } from "./wordings/wording.js";

/** Something about the data as a whole, not about one row. `file` is relative to the data folder. */
export interface DataProblem {
  readonly id: ProblemId;
  readonly file?: string;
  readonly message: string;
  /** What to do about it. */
  readonly toDo: string;
  /** Values of this source could not be read at all: nothing should be settled on them. */
  readonly fatal?: true;
}

/** Everything that can be wrong, and its words. */
const catalogue = {
  ...databaseWordings,
  ...folderWordings,
  ...fileWordings,
  ...columnWordings,
  ...extractWordings,
} satisfies Wordings;

export type ProblemId = keyof typeof catalogue;
type Parameters<Id extends ProblemId> = (typeof catalogue)[Id] extends () => Wording
  ? []
  : (typeof catalogue)[Id] extends (parameters: infer P) => Wording
    ? [P]
    : never;

/** A problem of the catalogue; a wrong id or parameter does not compile. */
export function problem<Id extends ProblemId>(
  id: Id,
  file: string | undefined,
  ...parameters: Parameters<Id>
): DataProblem {
  const words = (catalogue[id] as (parameters?: unknown) => Wording)(parameters[0]);
  return {
    id,
    ...(file === undefined ? {} : { file }),
    message: words.message,
    toDo: words.toDo,
    ...(words.fatal ? { fatal: true } : {}),
  };
}

/** What it means for a file that the engine could not finish. */
export function engineProblem({ lack }: EngineError, file: string): DataProblem {
  switch (lack) {
    case "form":
      return problem("unreadable", file, { as: formatInWords(file) });
    case "steadiness":
      return problem("file-changed", file);
    case "memory":
    case "disk":
      return problem("too-large", file, { lack });
  }
}
