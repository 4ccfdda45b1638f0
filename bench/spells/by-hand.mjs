import { BANDS, COVERS, populationOf, registeredOf, TRUSTS, WARDS } from "./world.mjs";

const QUARTER = "CAST(date_trunc('quarter', admitted) AS DATE)";
const YEAR = "CAST(date_trunc('year', admitted - INTERVAL 3 MONTH) + INTERVAL 3 MONTH AS DATE)";
const AREAS = ["north", "south", "east", "west"];
const quoted = (texts) => texts.map((text) => `'${text}'`).join(", ");

/**
 * What an analyst would write for each metric: whose it is, the first day of the period, and what stands above and below
 * the line, in whole numbers and decimals.
 */
export const METRICS = {
  emergencies: (from) =>
    `SELECT trust, ${QUARTER} AS period, count(*) AS above, 1 AS below FROM ${from} WHERE method = 'emergency' GROUP BY ALL`,
  patients: (from) =>
    `SELECT trust, ${QUARTER} AS period, count(DISTINCT person) AS above, 1 AS below FROM ${from} GROUP BY ALL`,
  spent: (from) => `SELECT trust, ${QUARTER} AS period, sum(cost) AS above, 1 AS below FROM ${from} GROUP BY ALL`,
  "mean-cost": (from) =>
    `SELECT trust, ${QUARTER} AS period, sum(cost) AS above, count(cost) AS below FROM ${from} WHERE method = 'elective' GROUP BY ALL`,
  // quantile_disc(los, 0.5) is the lower of two in the middle; from the other end it is the upper.
  "middle-stay": (from) =>
    `SELECT trust, ${QUARTER} AS period, quantile_disc(los, 0.5) + quantile_disc(los, -0.5) AS above, 2 AS below FROM ${from} GROUP BY ALL`,
  dear: (from) =>
    `SELECT trust, ${QUARTER} AS period, quantile_disc(cost, 0.9) AS above, 1 AS below FROM ${from} GROUP BY ALL`,
  "urgent-share": (from) =>
    `SELECT ward, ${QUARTER} AS period, count(*) FILTER (WHERE method = 'emergency') AS above, count(*) AS below FROM ${from} GROUP BY ALL`,
  "urgent-rate": (from) =>
    `WITH areas AS (SELECT * FROM (VALUES ${WARDS.map((ward, place) => `('${ward}', '${AREAS[Math.floor(place / 10)]}', ${populationOf(place)})`).join(", ")}) AS t (ward, area, population)),
       people AS (SELECT area, sum(population) AS people FROM areas GROUP BY area),
       counted AS (SELECT ward, ${YEAR} AS period, count(*) AS spells FROM ${from} WHERE method = 'emergency' GROUP BY ALL)
     SELECT area, period, 1000 * sum(spells) AS above, any_value(people) AS below FROM counted JOIN areas USING (ward) JOIN people USING (area) GROUP BY ALL`,
  stay: (from) =>
    `SELECT NULL AS whose, ${QUARTER} AS period, sum(discharged - admitted) AS above, count(*) AS below FROM ${from} WHERE discharged <= DATE '${COVERS.to}' GROUP BY ALL`,
  "in-time": (from) =>
    `SELECT NULL AS whose, ${QUARTER} AS period, count(*) FILTER (WHERE admitted <= referred + 126) AS above, count(*) AS below FROM ${from} WHERE referred + 126 <= DATE '${COVERS.to}' GROUP BY ALL`,
  readmitted: (from) =>
    `WITH closed AS (SELECT spell, person, admitted, discharged FROM ${from} WHERE discharged + 30 <= DATE '${COVERS.to}'),
       urgent AS (SELECT spell AS next, person AS whose, admitted AS day FROM ${from} WHERE method = 'emergency'),
       again AS (SELECT ${QUARTER} AS period, count(*) AS above
         FROM closed SEMI JOIN urgent ON whose = person AND day >= discharged AND day <= discharged + 30 AND next <> spell GROUP BY ALL),
       known AS (SELECT ${QUARTER} AS period, count(*) AS below FROM closed GROUP BY ALL)
     SELECT NULL AS whose, period, above, below FROM known JOIN again USING (period)`,
  standardised: (from) =>
    `WITH strata AS (SELECT * FROM (VALUES ${strata().join(", ")}) AS t (band, period, size, registered)),
       counted AS (SELECT band, ${YEAR} AS period, count(*) AS spells FROM ${from} WHERE method = 'emergency' GROUP BY ALL)
     SELECT band AS stratum, period, 1000 * size * spells AS above, registered AS below FROM counted JOIN strata USING (band, period)`,
};

const SIZES = [20_000, 30_000, 32_000, 13_000, 5_000];
export const STANDARD = SIZES.reduce((sum, size) => sum + size, 0);
const strata = () =>
  [0, 1, 2, 3, 4].flatMap((year) =>
    BANDS.map(
      (band, place) => `('${band}', DATE '${2026 + year}-04-01', ${SIZES[place]}, ${registeredOf(place, year)})`,
    ),
  );

const DATE = (name) => `${name} NOT BETWEEN DATE '1850-01-01' AND DATE '2199-12-31'`;
const RULES = {
  person: "person IS NULL OR person <> trim(person) OR person = ''",
  trust: `trust IS NULL OR trust NOT IN (${quoted(TRUSTS)})`,
  ward: `ward IS NULL OR ward NOT IN (${quoted(WARDS)})`,
  referred: DATE("referred"),
  admitted: `admitted IS NULL OR ${DATE("admitted")}`,
  discharged: `discharged IS NULL OR ${DATE("discharged")}`,
  band: `band IS NULL OR band NOT IN (${quoted(BANDS)})`,
  method: "method IS NULL OR method NOT IN ('elective', 'emergency', 'maternity')",
  los: "los IS NULL OR los NOT BETWEEN 0 AND 365",
  cost: "cost IS NULL OR cost < 0",
};

/**
 * What a careful analyst asks of the rows before any number: how many break each rule, and whether a row stands there twice,
 * which one who knows the columns sees by the spell's own number.
 */
export const CHECKS = [
  (from) =>
    Object.values(RULES)
      .map((wrong) => `SELECT count(*) FROM ${from} WHERE ${wrong}`)
      .join(" UNION ALL "),
  (from) =>
    `SELECT count(*) FROM (SELECT spell, lag(spell) OVER (ORDER BY spell) AS before FROM ${from}) WHERE spell = before`,
];
