import type { ContractModel } from "@concordat/model";
import { type Cohort, type ParticipantSet, showDate } from "@concordat/model";
import { type Clause, clause, item } from "../document/document.js";
import { say, strong, term, text } from "../document/phrase.js";
import { conditionPhrase } from "./condition.js";
import { durationText } from "./followed.js";
import { anchor, plainName, titleOf } from "./names.js";

/** Who is of a cohort, by intake, and how long each person is followed. */
export function cohortClause(set: ParticipantSet, cohort: Cohort, contract: ContractModel): Clause {
  const records = contract.records.find(({ name }) => name === cohort.records);
  const rows = term(titleOf(records ?? { name: cohort.records }), records && anchor("records", records.name));
  const where =
    cohort.where && records
      ? say`, taking only rows in which ${conditionPhrase(cohort.where, records, contract.currency)}`
      : text("");
  const length = durationText(cohort.followed);
  return clause(
    say`The cohort ${strong(titleOf(set))} is of the persons in ${rows}${where}. A person enters on the day of ${plainName(cohort.entering)}, the first where there are several, and is followed for ${length} from that day: what happens to the person on these days counts for the intake of the day of entry. An intake is known once all its persons have been followed to the end. The intakes are:`,
    cohort.intakes.map(({ key, from, to }) => {
      const title = set.rows.find((row) => row.key === key)?.title;
      return item(text(`${title ?? plainName(key)}: ${showDate(from)} to ${showDate(to)}, both days included.`));
    }),
    anchor("participants", set.name),
  );
}
