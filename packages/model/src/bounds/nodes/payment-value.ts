import type { Place } from "../../evaluate/evaluation.js";
import type { PaymentValueNode } from "../../nodes/payment-value.js";
import type { Bounding } from "../bounding.js";
import { type Interval, sumOf } from "../interval.js";
import type { PaymentBounds } from "../payment.js";
import { allNumbers, impossible, numbers, type Possible } from "../possible.js";

export function paymentValue(node: PaymentValueNode, place: Place, bounding: Bounding): Possible {
  const { party, ...of } = place.of;
  const payment = bounding.contract.payments.find(({ name }) => name === node.payment)!;
  const readings = bounding.within(node.each, place.period).map((period) => {
    if (node.reads !== "pool") return read(bounding.payment(payment, { period, of }), node.reads, party);
    return payment.pool === undefined ? impossible : bounding.of(payment.pool, { period, of });
  });
  const values = allNumbers(readings);
  return values ? numbers(sumOf(values)) : impossible;
}

function read(payment: PaymentBounds, what: "earned" | "amount" | "party", party: string | undefined): Possible {
  const found: Interval | undefined = what === "party" ? payment.net(party) : payment[what];
  return found ? numbers(found) : impossible;
}
