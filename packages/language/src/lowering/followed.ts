import type { FollowUp } from "@concordat/model";
import * as ast from "../generated/ast.js";
import { basisOf } from "../names/records.js";
import { lowerRowCondition } from "./conditions.js";
import { lowerDuration } from "./duration.js";
import type { Lowering } from "./lowering.js";
import { dateFieldOf, personIn } from "./person.js";

/** `that are followed within 30 days of discharged by spells of the same person dated by admitted where …`. */
export function lowerFollowed(followed: ast.Followed, of: ast.RecordSet, lowering: Lowering): FollowUp | undefined {
  const records = of.records?.ref;
  const followers = followed.by?.records?.ref;
  if (!ast.isRecords(records) || !ast.isRecords(followers)) return undefined;
  const within = lowerDuration(followed.within, lowering);
  const from = dateFieldOf(followed.from?.ref, records, followed, lowering);
  const dated = followed.by.datedBy ?? basisOf(followers).datedBy;
  if (!dated) return undefined;
  const datedBy = dateFieldOf(dated.ref, followers, followed.by, lowering);
  const people = personIn(records, of, lowering) && personIn(followers, followed.by, lowering);
  const where = followed.by.condition && lowerRowCondition(followed.by.condition, lowering);
  if (!within || !from || !datedBy || !people || (followed.by.condition && !where)) return undefined;
  return { from, within, records: followers.name, datedBy, ...(where ? { where } : {}) };
}
