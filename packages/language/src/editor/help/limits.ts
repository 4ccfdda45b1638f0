/** Words of limits, instalments and balances. */
export const LIMITS_HELP: readonly (readonly [word: string, help: string])[] = [
  ["limit", "The most that several payments come to together, or one of them for all its participants."],
  ["all payments", "Every payment of the contract."],
  ["reduced in proportion", "Everything that falls under the limit is cut by the same part, to the penny."],
  ["the earliest first", "What falls due earliest is paid first, then by key, until the limit is reached."],
  ["in the order listed", "What falls due earliest is paid first, then as listed, until the limit is reached."],
  [
    "on account",
    "Instalments that are paid before the payment is worked out. At the settlement only the difference moves.",
  ],
  ["the pool", "The whole pool of the payment in hand, in its line on account."],
  ["at settlement", "What is still to pay when what was paid on account is set against what was earned."],
  ["recovers", "What is paid back at the settlement, where more was paid on account than was earned."],
  ["balance", "Money that is remembered from one period to the next: an advance that is owed, a pool carried forward."],
  ["opening", "What the balance begins with in the first period."],
  ["adds", "What comes to the balance in each period."],
  ["takes", "What goes from the balance in each period, after what is added and earned."],
  ["may fall below", "The balance may go below nothing; without this line it stops there."],
];
