import type { Place } from "../../evaluate/evaluation.js";
import type { RateCardNode } from "../../nodes/rate-card.js";
import { Rational } from "../../numbers/rational.js";
import type { Bounding } from "../bounding.js";
import { exactly, hull, lower, nothing, sumOf, times } from "../interval.js";
import { allNumbers, anyOf, impossible, numbers, type Possible } from "../possible.js";

/** So many at each line's price, within its limit in all; or what the rows came to, where they say it. */
export function rateCard(node: RateCardNode, place: Place, bounding: Bounding): Possible {
  const lines = allNumbers(node.lines.map((line) => lineOf(line, place, bounding)));
  return lines ? numbers(sumOf(lines)) : impossible;
}

function lineOf(line: RateCardNode["lines"][number], place: Place, bounding: Bounding): Possible {
  const [count, paid] = [bounding.of(line.count, place).numbers, bounding.of(line.paid, place).numbers];
  if (!count) return anyOf(paid ? [numbers(paid)] : []);
  const full = times(count, exactly(Rational.parse(line.price)));
  const most = line.inAll === undefined ? full : lower(full, exactly(Rational.parse(line.inAll)));
  // Beside no others, a line that is limited to a share of all is paid nothing.
  const cut = line.share ? hull(most, nothing) : most;
  return numbers(paid ? hull(cut, paid) : cut);
}
