import { streamOf } from "../random.mjs";
import { byDay, covering, dayIn, quarters, rowsOf, someone, years, yesOrNo } from "./periods.mjs";

/** People at the end of each quarter: 2,000 were wanted in the first year, and 4,200 are reached at the end of the second. */
const COUNCIL = [640, 1_190, 1_720, 2_160, 2_740, 3_310, 3_820, 4_236];
const PRIVATE = [0, 35, 80, 142, 201, 288, 340, 415];
/** Of a hundred who answer, how many feel safer and how many would recommend it. */
const SAID = [
  [91, 94],
  [95, 98],
];

/** Two years: slower than was hoped in the first, and as promised in the second. */
export function makeHampshireTelecare() {
  const random = streamOf("hampshire-telecare");
  const said = (inHundred) => (random.chance(400) ? "" : yesOrNo(random.chance(inHundred * 100)));
  const answer = (year) => () => [
    someone(random),
    dayIn(year, random),
    random.chance(9_100) ? "council" : "private",
    said(SAID[year][0]),
    said(SAID[year][1]),
  ];
  const found = (values) => years(2).map((year, at) => [year, values[at]]);
  return {
    files: {
      users: [
        ["period", "council-users", "private-users"],
        ...quarters(2).map((quarter, at) => [quarter, COUNCIL[at], PRIVATE[at]]),
      ],
      "net-saving": [["period", "net-saving"], ...found([861_400, 1_838_600])],
      "searches-avoided": [["period", "searches-avoided"], ...found([9, 23])],
      answers: [
        ["person", "answered", "paid-by", "feels-safer", "would-recommend"],
        ...[0, 1].flatMap((year) => rowsOf(260, answer(year))).sort(byDay(1)),
      ],
    },
    records: ["answers"],
    covers: covering(2),
  };
}
