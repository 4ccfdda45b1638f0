import { periodsOf } from "@concordat/model";
import type { Field } from "./field.js";

/** Where there are boards, every party that may come to pay has a seat on one. */
export function risksHaveSeats({ contract, bounding, report, at }: Field): void {
  const { governance = [], parties } = contract;
  const [board] = governance;
  if (!board) return;
  const seated = new Set(governance.flatMap(({ seats }) => seats.map(({ party }) => party)));
  for (const party of parties.filter(({ name }) => !seated.has(name))) {
    const payment = contract.payments.find((one) =>
      periodsOf(one.each, bounding.calendar).some((period) => {
        const { high } = bounding.payment(one, { period, of: {} }).pays(party.name);
        return high === null || !high.isZero;
      }),
    );
    if (!payment) continue;
    const boards = governance.map(({ name }) => name).join(", ");
    report("risk-without-seat", { party: party.name, payment: payment.name, boards }, at(board.source), {
      property: "name",
    });
  }
}
