import type { NodeOf } from "@concordat/model";
import { CALENDAR } from "../calendar.js";
import type { Emitter } from "../emitter.js";
import type { Helper } from "../helper.js";
import { NotQuick } from "../quick/arithmetic.js";
import { quickReading } from "../quick/quick-payment.js";
import { ADD, MISSING } from "../runtime.js";

const PAYMENT_VALUE: Helper = {
  name: "paymentValue",
  needs: [CALENDAR, MISSING, ADD],
  text: `\
// Another payment as a value, over the reader's period.
function paymentValue(at, pay, reads, each) {
  const { party, ...of } = at.of;
  const values = within(each, at.period).map((period) => pay.read({ ...at, period, of }, reads, party));
  return lacking(values) ?? sum(values);
}`,
};

export const paymentValue: Emitter<NodeOf<"payment-value">> = {
  helpers: [PAYMENT_VALUE],
  emit: (node, w) => w.call(PAYMENT_VALUE, "at", w.payment(node.payment), w.text(node.reads), w.text(node.each)),
  quick(node, q) {
    const payment = q.contract.payments.find(({ name }) => name === node.payment);
    if (payment === undefined || node.each !== q.kind || payment.each !== q.kind)
      throw new NotQuick(`${node.id} spans periods`);
    if (payment.forEach !== undefined && payment.forEach !== q.row?.axis) throw new NotQuick(`${node.id} is of no row`);
    return quickReading(payment, node.reads, q);
  },
};
