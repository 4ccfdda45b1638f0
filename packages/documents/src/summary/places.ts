import { type ContractModel, groupDigits, type ParticipantSet } from "@concordat/model";
import { type Block, clause, type Section } from "../document/document.js";
import { say, strong, text } from "../document/phrase.js";
import { anchor, plainName, titleOf } from "../sentences/names.js";
import { rowsTable } from "./rows.js";

type Level = ParticipantSet & { place: NonNullable<ParticipantSet["place"]> };
const isLevel = (set: ParticipantSet): set is Level => set.place !== undefined;

/** Where the contract holds: each level of places, what it is made of, and the limits that it keeps. */
export const places = (contract: ContractModel): Section => ({
  id: "places",
  heading: text("Places"),
  blocks: [],
  sections: contract.participants.filter(isLevel).map((level) => ({
    id: anchor("places", level.name),
    heading: text(titleOf(level)),
    blocks: [
      ...(level.place.of === undefined ? lowest(level) : madeOf(level, contract)),
      ...rowsTable(level, contract.currency),
    ],
  })),
});

const lowest = (level: Level): Block[] => [
  clause(say`The smallest places are those listed in ${level.file ?? level.name}: ${counted(level)}.`),
];

function madeOf(level: Level, contract: ContractModel): Block[] {
  const { of = "", limits } = level.place;
  const below = contract.participants.find(({ name }) => name === of);
  const parts = (key: string): string =>
    (below?.rows ?? [])
      .filter(({ values }) => values[level.name] === key)
      .map((row) => row.title ?? plainName(row.key))
      .join(", ");
  const none = (below?.rows ?? []).filter(({ values }) => values[level.name] == null);
  return [
    ...level.rows.map(({ key, title }) => clause(say`${strong(title ?? key)} is ${parts(key)}.`)),
    clause(
      text(
        `What is counted or reported in a ${plainName(of)} counts for the ${plainName(level.name)} that it belongs to${none.length === 0 ? `, and each ${plainName(of)} belongs to exactly one` : `; ${none.map((row) => row.title ?? row.key).join(", ")} belongs to none`}.`,
      ),
    ),
    ...limits.map(({ field, from, to }) =>
      clause(text(`The ${plainName(field)} of each is from ${groupDigits(from)} to ${groupDigits(to)}.`)),
    ),
  ];
}

const counted = ({ rows }: Level): string => `${rows.length} ${rows.length === 1 ? "place" : "places"}`;
