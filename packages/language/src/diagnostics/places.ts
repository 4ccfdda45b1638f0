import { entry } from "./diagnostic.js";

/** Places that are made of others. */
export const places = {
  "place-in-two": entry({
    severity: "error",
    title: "A place belongs to one place of the level above",
    message: (p: { place: string; kind: string; first: string; second: string }) =>
      `The ${p.kind} ${p.place} is in ${p.first} and in ${p.second}.`,
    why: "What happens in a place that is in two others would be counted, and paid for, twice.",
    whatToDo: "Take it out of one of them.",
  }),
  "place-in-none": entry({
    severity: "error",
    title: "“In exactly one” holds for every place",
    message: (p: { places: string; kind: string; level: string }) =>
      `Each ${p.kind} must be in exactly one ${p.level}, and in none is ${p.places}.`,
    why: "People who live there would belong to no team, and nothing that happens to them would be counted.",
    whatToDo: "Add it to one of the places above.",
  }),
  "place-left-out": entry({
    severity: "warning",
    title: "A place that is in none above is not counted there",
    message: (p: { places: string; kind: string; level: string }) => `In no ${p.level} is the ${p.kind} ${p.places}.`,
    why: "What happens there counts for no place of the level above, and the contract does not say that this is meant.",
    whatToDo: "Add it to a place, and write “each … in exactly one” so that none is ever forgotten.",
  }),
  "place-out-of-range": entry({
    severity: "error",
    title: "Places keep within the limits that the contract sets",
    message: (p: { place: string; field: string; value: string; from: string; to: string }) =>
      `The ${p.field} of ${p.place} comes to ${p.value}, and must be from ${p.from} to ${p.to}.`,
    why: "The contract says how large a place may be, and this one, with all that it is made of, is not.",
    whatToDo: "Move a place to a neighbour, or change the limit.",
  }),
  "places-many": entry({
    severity: "warning",
    title: "More than seven footprints are hard to work with",
    message: (p: { name: string; count: string; most: string }) =>
      `There are ${p.count} places in ${p.name}, more than ${p.most}.`,
    why: "Services are aligned on places by one team for each; experience says that more than seven cannot be staffed.",
    whatToDo: "Join neighbouring places, or keep them if the parties know why.",
  }),
  "places-circle": entry({
    severity: "error",
    title: "A level of places is not made of itself",
    message: (p: { name: string }) => `The places of ${p.name} are made of others that are made of them.`,
    why: "Each level is made of the places of a smaller one; the smallest is read from a file.",
    whatToDo: 'Let the smallest level come from a file: places ward from "wards.csv".',
  }),
  "place-is-no-party": entry({
    severity: "error",
    title: "A place is not paid; parties are",
    message: (p: { name: string }) => `A ${p.name} is a place, and nobody can pay it or be paid by it.`,
    why: "Money moves between the parties of the contract. A payment may be worked out for each place, but parties receive it.",
    whatToDo: "Name who is paid: paid to trust 60%, gps 40%.",
  }),
} as const;
