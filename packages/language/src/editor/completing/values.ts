import type { MaybePromise } from "langium";
import * as ast from "../../generated/ast.js";
import { datesAt, daysOfYearAt, yearsAt } from "./dates.js";
import { filesAt } from "./files.js";
import { keysAt } from "./keys.js";
import { periodsAt, yearsOfTable } from "./periods.js";
import type { Offer, Place } from "./place.js";
import { sharesLeft } from "./shares-left.js";
import { unitsAt } from "./units.js";

/** The data type rule for the name of a period; it has no node of its own. */
const PERIOD_NAME = "PeriodName";

/** What may be written where a value is due that no declaration gives. */
export function valuesAt(place: Place): MaybePromise<Offer[]> {
  switch (place.terminal) {
    case "DATE":
      return datesAt(place);
    case "DAY_OF_YEAR":
      return daysOfYearAt(place);
    case "PERIOD":
    case "MONTH":
      return place.rule === ast.TableRow.$type ? yearsOfTable(place) : periodsAt(place);
    case "NUMBER":
      if (place.rule === PERIOD_NAME) return periodsAt(place);
      return place.rule === ast.Uplift.$type && place.property === "year" ? yearsAt(place) : [];
    case "PERCENT":
      return sharesLeft(place);
    case "NAME":
      return unitsAt(place);
    case "ID":
      return keysAt(place);
    case "STRING":
      return filesAt(place);
    default:
      return [];
  }
}
