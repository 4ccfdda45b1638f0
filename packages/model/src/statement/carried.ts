import type { ContractModel } from "../contract/contract.js";
import type { Evaluator } from "../evaluate/evaluator.js";
import { partOf } from "../evaluate/taking-part.js";
import { sentenceOf, speakerOf } from "../explain/sentence.js";
import type { BalanceNode } from "../nodes/balance.js";
import type { Period } from "../time/period.js";
import { amountText } from "./entry.js";
import { restsOnSmall } from "./rests-on-small.js";
import type { StatementCarried } from "./statement.js";

/** What every balance of that kind of period stands at when it has ended, row by row; undefined where there is none. */
export function carriedFrom(
  period: Period,
  contract: ContractModel,
  evaluator: Evaluator,
  suppressBelow?: number,
): StatementCarried[] | undefined {
  const words = speakerOf(contract);
  const rests = restsOnSmall(suppressBelow);
  const carried = closings(contract)
    .filter(({ each }) => each === period.kind)
    .flatMap((node) =>
      rowsOf(node, contract).flatMap((of): StatementCarried[] => {
        const part = partOf(contract, { period, of });
        if (!part) return [];
        const step = evaluator.step(node.id, { period: part, of });
        const [row] = Object.values(of);
        return [
          {
            balance: node.balance,
            ...(node.title === undefined ? {} : { title: node.title }),
            ...(row === undefined ? {} : { for: row }),
            amount: step.value.is === "number" ? amountText(step.value.number, contract) : null,
            ...(rests(step) ? { small: true } : {}),
            sentence: sentenceOf(step, words),
          },
        ];
      }),
    );
  return carried.length === 0 ? undefined : carried;
}

const closings = ({ nodes }: ContractModel): BalanceNode[] =>
  Object.values(nodes).filter((node): node is BalanceNode => node.kind === "balance" && node.reads === "after");

function rowsOf({ axes }: BalanceNode, { participants }: ContractModel): Record<string, string>[] {
  const [axis] = axes;
  if (axis === undefined) return [{}];
  return participants.find(({ name }) => name === axis)?.rows.map(({ key }) => ({ [axis]: key })) ?? [];
}
