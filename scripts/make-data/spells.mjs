import { ageOn, dayOf, FROM, isoOf, monthOf, TO, weekdayOf, yearOf } from "./calendar.mjs";
import { streamOf } from "./random.mjs";

/** The hospital is watched from some months before the term, so that it is not empty on the first day, to a month after the extract. */
const [WATCHED_FROM, WATCHED_TO] = [dayOf("2026-01-01"), dayOf("2029-05-01")];

/** New spells for each day in thousandths, in each of the three years, before anybody comes back. */
const DAILY = {
  older: [13_850, 13_650, 13_900],
  younger: [31_600, 31_200, 31_900],
  elective: [56_500, 57_600, 57_000],
  maternity: [7_700, 7_600, 7_500],
};
/** Winter is hard on the old and on small children: percent of an average month, January first. */
const WINTER = [121, 113, 104, 98, 93, 91, 90, 90, 94, 100, 108, 118];
/** Percent of an average day, Monday first. */
const EMERGENCY_WEEK = [110, 104, 101, 100, 101, 92, 92];
const PLANNED_WEEK = [128, 134, 132, 130, 122, 36, 18];

/** Nights in hospital: one of these is drawn. */
const NIGHTS = {
  older: [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 31],
  younger: [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 4, 6, 9],
  elective: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 5],
  maternity: [0, 1, 1, 1, 2, 2, 3, 4],
};
/** In ten thousand discharges, how many come back within 30 days as an emergency; the year's effort in percent. */
const COMES_BACK = { older: 2_260, younger: 1_640, elective: 650, maternity: 240 };
const EFFORT = [104, 93, 100];
/** Pence: the admission, each night, and how much chance adds at most. */
const PRICE = {
  older: [61_000, 34_200, 48_000],
  younger: [48_500, 33_100, 39_000],
  elective: [84_000, 41_700, 152_000],
  maternity: [118_000, 52_400, 64_000],
};

/**
 * Every spell in the order of admission: who, when in and out, how, at what age and cost, and whether the same person
 * came back as an emergency within 30 days of going home. Nobody is in hospital twice at once.
 */
export function makeSpells(people) {
  const random = streamOf("spells");
  const homeSince = new Int32Array(people.count);
  const due = new Map();
  const spells = [];
  let pools;

  const admit = (person, kind, day) => {
    const nights = random.pick(NIGHTS[kind]) + (random.chance(2_500) ? random.below(3) : 0);
    const discharged = day + nights;
    const [admission, night, chance] = PRICE[kind];
    spells.push({
      person,
      kind,
      admitted: day,
      discharged,
      age: ageOn(day, people.birth[person]),
      cost: admission + night * nights + random.below(chance),
    });
    homeSince[person] = discharged;
    if (
      !random.chance(
        Math.trunc((COMES_BACK[kind] * EFFORT[yearOf(discharged)] * (12 + people.frailty[person])) / 1_600),
      )
    )
      return;
    const back = discharged + 1 + Math.min(random.below(30), random.below(30));
    if (back < WATCHED_TO) due.set(back, [...(due.get(back) ?? []), person]);
  };
  const isHome = (person, day) => homeSince[person] < day;

  for (let day = WATCHED_FROM; day < WATCHED_TO; day++) {
    if (pools === undefined || isoOf(day).endsWith("-01")) pools = poolsOn(day, people);
    for (const person of due.get(day) ?? []) {
      if (isHome(person, day)) admit(person, ageOn(day, people.birth[person]) >= 65 ? "older" : "younger", day);
    }
    for (const kind of Object.keys(DAILY)) {
      for (let left = howMany(kind, day, random); left > 0; left--) {
        const person = random.pick(pools[kind]);
        if (isHome(person, day)) admit(person, kind, day);
      }
    }
  }
  return extractOf(spells);
}

function howMany(kind, day, random) {
  const planned = kind === "elective";
  const week = planned ? PLANNED_WEEK : kind === "maternity" ? [] : EMERGENCY_WEEK;
  const season = kind === "older" || kind === "younger" ? WINTER[monthOf(day)] : 100;
  const thousandths = Math.trunc((DAILY[kind][yearOf(day)] * season * (week[weekdayOf(day)] ?? 100)) / 10_000);
  const whole = Math.trunc(thousandths / 1_000) + (random.below(1_000) < thousandths % 1_000 ? 1 : 0);
  const spread = Math.trunc(whole / 6);
  return Math.max(0, whole + random.between(-spread, spread));
}

/** Each person stands in a pool as often as they are likely to be drawn. */
function poolsOn(day, people) {
  const pools = { older: [], younger: [], elective: [], maternity: [] };
  const times = (pool, person, count) => {
    for (let n = 0; n < count; n++) pool.push(person);
  };
  for (let person = 0; person < people.count; person++) {
    const age = Math.trunc(((day - people.birth[person]) * 4) / 1461);
    const frail = people.frailty[person];
    if (age >= 65) times(pools.older, person, frail);
    else times(pools.younger, person, frail + (age < 5 ? 2 : age >= 50 ? 1 : 0));
    times(pools.elective, person, age >= 75 ? 6 : age >= 55 ? 5 : age >= 35 ? 2 : 1);
    if (age >= 18 && age <= 44 && person % 2 === 0) pools.maternity.push(person);
  }
  return pools;
}

/** What the hospital knows on the last day of the extract: who is still in has no discharge. */
function extractOf(spells) {
  const soonest = new Map();
  for (let at = spells.length - 1; at >= 0; at--) {
    const spell = spells[at];
    const next = soonest.get(spell.person);
    spell.readmitted = next !== undefined && next - spell.discharged <= 30;
    if (spell.kind === "older" || spell.kind === "younger") soonest.set(spell.person, spell.admitted);
  }
  return spells
    .filter((spell) => spell.admitted < TO && spell.discharged >= FROM)
    .map((spell) => (spell.discharged < TO ? spell : { ...spell, discharged: undefined, readmitted: false }));
}

const METHOD = { older: "emergency", younger: "emergency", elective: "elective", maternity: "maternity" };

export const spellColumns = ["person", "admitted", "discharged", "method", "ward", "cost", "readmitted", "age"];
export const spellRow = (spell, people) => [
  people.pseudonymOf(spell.person),
  isoOf(spell.admitted),
  spell.discharged === undefined ? "" : isoOf(spell.discharged),
  METHOD[spell.kind],
  people.wardOf(spell.person),
  pounds(spell.cost),
  spell.readmitted ? "within-30-days" : "no",
  String(spell.age),
];

export const pounds = (pence) => `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
