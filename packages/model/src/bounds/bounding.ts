import type { ContractModel } from "../contract/contract.js";
import type { Payment } from "../contract/payments.js";
import type { Place } from "../evaluate/evaluation.js";
import type { Calendar, Period, PeriodKind } from "../time/period.js";
import type { PaymentBounds } from "./payment.js";
import type { Possible } from "./possible.js";

/**
 * What the bounds of nodes may ask for. A place whose binding lacks an axis stands for every member of it: what is found
 * there holds for each.
 */
export interface Bounding {
  readonly contract: ContractModel;
  readonly calendar: Calendar;
  of(id: string, place: Place): Possible;
  payment(payment: Payment, place: Place): PaymentBounds;
  /** The same of a payment that is not the contract's own: without one of its limits. */
  open(payment: Payment, place: Place): PaymentBounds;
  within(kind: PeriodKind, period: Period): readonly Period[];
}
