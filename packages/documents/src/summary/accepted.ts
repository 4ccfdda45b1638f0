import type { ContractModel } from "@concordat/model";
import { type Block, clause, type Section } from "../document/document.js";
import { say, text } from "../document/phrase.js";

/** Advice that the parties have heard and do not take, each with their reason. */
export const accepted = ({ accepted: all = [] }: ContractModel): Section => ({
  id: "accepted",
  heading: text("What the parties have considered and accept"),
  blocks: all.map(
    ({ said, because }): Block => clause(say`${said.join(" ")} The parties accept this: ${sentence(because)}`),
  ),
});

const sentence = (reason: string): string => (/[.!?]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`);
