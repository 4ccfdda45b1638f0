import type { DataProblem } from "@concordat/data";
import { sentence } from "../output/words.js";

/** "spells.csv: There is no column "method"; the file has … . Rename the column …." */
export const problemInWords = ({ file, message, toDo }: DataProblem): string =>
  `${file === undefined ? "" : `${file}: `}${sentence(message)} ${sentence(toDo)}`;
