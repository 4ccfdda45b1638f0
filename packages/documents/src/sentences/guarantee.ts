import { type Claim, type ContractModel, money, Rational } from "@concordat/model";
import { type Phrase, say, text } from "../document/phrase.js";
import { amount } from "./amount.js";
import { inputTerm, plainName, titleOf, whoIs } from "./names.js";
import type { Reader } from "./reader.js";

/** What a promise says, as a clause that a lawyer signs. */
export function claimSentence(claim: Claim, reader: Reader): Phrase {
  const { contract } = reader;
  const payment = (name: string): Phrase => inputTerm("payment", name, contract);
  const metric = (name: string): Phrase => inputTerm("metric", name, contract);
  switch (claim.kind) {
    case "total":
      return say`What the commissioners pay in all under this contract, less what they are paid, is ${bounded(claim, reader)} for ${span(claim.each)}.`;
    case "party": {
      const under = claim.payment === undefined ? text(" under this contract") : say` under ${payment(claim.payment)}`;
      return say`What each ${everyone(claim.who, contract)} ${claim.side}${under} is ${bounded(claim, reader)} for ${span(claim.each)}.`;
    }
    case "direction":
      return say`${payment(claim.payment)} never ${claim.never} when ${metric(claim.metric)} ${claim.when} and everything else stays as it is.`;
    case "cliff": {
      const unit = reader.node(contract.metrics.find(({ name }) => name === claim.metric)!.node).unit;
      return say`No change of ${metric(claim.metric)} by less than ${amount(Rational.parse(claim.change), unit)} moves ${payment(claim.payment)} by more than ${amount(Rational.parse(claim.most), money(contract.currency))}.`;
    }
    case "pool":
      return say`${payment(claim.payment)} never comes to more than its pool.`;
  }
}

type Bounded = Extract<Claim, { kind: "total" | "party" }>;

function bounded({ comparison, value }: Bounded, reader: Reader): Phrase {
  const word = comparison === "at-most" ? "at most" : "at least";
  return "same" in value ? say`${word} what it ${value.same} there` : say`${word} ${reader.phrase(value.node)}`;
}

const span = (each: string): string => (each === "term" ? "the whole term" : `each ${each}`);

function everyone(who: string, contract: ContractModel): Phrase {
  const group = contract.groups.find(({ name }) => name === who);
  if (group) return say`member of ${whoIs(who, contract)}`;
  const set = contract.participants.find(({ name }) => name === who);
  return text(set ? titleOf(set) : plainName(who));
}
