import { isoOf, TO, yearOf } from "./calendar.mjs";
import { streamOf } from "./random.mjs";

/** One spell in seven brings back a survey, so many in ten thousand. */
const ANSWERS = 1_400;
/** In each year, how many of a thousand choose each rating. */
const RATINGS = [
  { "very-good": 462, good: 343, neither: 71, poor: 54, "very-poor": 38, unsure: 32 },
  { "very-good": 508, good: 330, neither: 55, poor: 45, "very-poor": 31, unsure: 31 },
  { "very-good": 478, good: 337, neither: 66, poor: 51, "very-poor": 36, unsure: 32 },
];

/** What people answer some days after they have gone home, in the order of the answers: nobody answers twice on a day. */
export function makeSurveys(spells) {
  const random = streamOf("surveys");
  const ratings = RATINGS.map((counts) =>
    Object.entries(counts).flatMap(([rating, count]) => Array(count).fill(rating)),
  );
  const surveys = [];
  const given = new Set();
  for (const { person, discharged } of spells) {
    if (discharged === undefined || !random.chance(ANSWERS)) continue;
    const answered = discharged + random.between(3, 21);
    const once = `${person} ${answered}`;
    if (answered >= TO || given.has(once)) continue;
    given.add(once);
    surveys.push({ person, answered, rating: random.pick(ratings[yearOf(answered)]) });
  }
  return surveys.sort((a, b) => a.answered - b.answered || a.person - b.person);
}

export const surveyColumns = ["person", "answered", "ward", "rating"];
export const surveyRow = (survey, people) => [
  people.pseudonymOf(survey.person),
  isoOf(survey.answered),
  people.wardOf(survey.person),
  survey.rating,
];
