/** Words of advice and of promises. */
export const PROMISES_HELP: readonly (readonly [word: string, help: string])[] = [
  [
    "accept",
    "Advice that the parties have heard and do not take: what is said of the contract, by its name, and why it stays.",
  ],
  [
    "always",
    "What must hold for every outcome that can happen. It is proved, or broken by figures that are shown, or tried and not proved.",
  ],
  ["total paid", "What the commissioners pay in all, less what they are paid."],
  ["what it pays", "What the party pays in the period, under the payment named or in all."],
  ["what it receives", "What the party receives in the period, under the payment named or in all."],
  ["does not fall when", "The payment never comes to less as the metric moves that way, all else the same."],
  ["does not rise when", "The payment never comes to more as the metric moves that way, all else the same."],
  ["improves", "The metric moves the way that its line `better` says."],
  ["worsens", "The metric moves against what its line `better` says."],
  ["no change of", "How much a small change of a metric may move a payment: no cliff is larger."],
  ["keeps within its pool", "The payment never comes to more than its pool."],
  ["by less than", "The change of the metric that is looked at: every smaller one."],
  ["by more than", "The most by which the payment may move."],
  ["rises", "The metric goes up, whether that is better or not."],
  ["falls", "The metric goes down, whether that is better or not."],
];
