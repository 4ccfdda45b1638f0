import { readFiguresInMemory } from "@concordat/data/figures";
import type { ContractModel, OutcomeData } from "@concordat/model";
import { type FileSystemProvider, type URI, UriUtils } from "langium";
import { filesBelow } from "./folder.js";

export interface FiguresRead {
  readonly data: OutcomeData;
  /** Why nothing should be settled on them, a sentence or two each. */
  readonly fatal: readonly string[];
  /** What is worth knowing of them. */
  readonly remarks: readonly string[];
}

/** Reads the tables of figures in a folder, wherever the editor has it. */
export async function readFiguresIn(
  folder: URI,
  contract: ContractModel,
  files: FileSystemProvider,
): Promise<FiguresRead> {
  const found = await filesBelow(folder, files);
  const read = (uri: URI): Promise<Uint8Array> => files.readBinary(uri).catch(() => NOTHING);
  const settings = found.find(({ name }) => name === SETTINGS);
  const wanted = wantedBy(contract, settings ? await read(settings.uri) : NOTHING);
  // Only the names of the others matter: a table that nothing reads is told, and a large one is not fetched.
  const given = await Promise.all(
    found.map(async ({ name, uri }) => ({ name, content: wanted(name) ? await read(uri) : NOTHING })),
  );
  return told(await readFiguresInMemory(contract, given, UriUtils.basename(folder)));
}

type DataResult = Awaited<ReturnType<typeof readFiguresInMemory>>;

const SETTINGS = "data.json";
const NOTHING = new Uint8Array();

/** The tables that a contract reads by their names, and all CSV files where `data.json` gives them others. */
function wantedBy({ figures }: ContractModel, settings: Uint8Array): (name: string) => boolean {
  const own = new Set([SETTINGS, ...figures.map(({ file }) => `${file}.csv`)]);
  return (name) => own.has(name) || (settings.length > 0 && /\.csv$/i.test(name));
}

function told({ data, quarantine, problems }: DataResult): FiguresRead {
  const aside = quarantine.map(({ file, row, column, reason }) => {
    const where = column === undefined ? `row ${row}` : `row ${row}, ${column}`;
    return `Set aside: ${file}, ${where}: ${sentence(reason)}`;
  });
  const remarks = problems.filter(({ fatal, id }) => !fatal && id !== "rows-quarantined").map(inWords);
  return {
    data,
    fatal: problems.filter(({ fatal }) => fatal).map(inWords),
    remarks: [...remarks.map((remark) => `Data: ${remark}`), ...shortened(aside)],
  };
}

const inWords = ({ file, message, toDo }: DataResult["problems"][number]): string =>
  `${file === undefined ? "" : `${file}: `}${sentence(message)} ${sentence(toDo)}`;

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

const MOST = 20;

const shortened = (lines: readonly string[]): string[] =>
  lines.length <= MOST ? [...lines] : [...lines.slice(0, MOST), `… and ${lines.length - MOST} more rows set aside.`];
