import assert from "node:assert/strict";
import { settle } from "@concordat/model";
import fc from "fast-check";
import { sound } from "./contract.js";

const PRACTICES = "practice,list-size\none,1\ntwo,1\nthree,1\nfour,1\n";
const KEYS = ["one", "two", "three", "four"] as const;

describe("division by a value", () => {
  it("adds up to the whole to the penny, and misses each exact part by less than one", async () => {
    const contract = await sound(
      `each provider practice from "practices.csv"
       figures reported for each practice, each year { people-served people, if not reported defer to reconciliation }
       figure whole : money, during each year, if not reported defer to reconciliation
       payment shared each year { pays whole  paid to each practice by people-served }
       payment borne each year { pays whole  paid to trust  paid by each practice by people-served }`,
      { "practices.csv": PRACTICES },
    );
    const weights = fc.tuple(...KEYS.map(() => fc.bigInt(0n, 10n ** 9n))).filter((all) => all.some((one) => one > 0n));
    fc.assert(
      fc.property(weights, fc.bigInt(0n, 10n ** 11n), (all, pence) => {
        const at = { from: "2026-04-01", to: "2027-04-01" };
        const values = [
          ...KEYS.map((practice, index) => ({
            ...at,
            name: "reported.people-served",
            of: { practice },
            value: `${all[index]}`,
          })),
          { ...at, name: "whole", of: {}, value: `${pence}/100` },
        ];
        const [year] = settle(contract, { values, digest: "", quality: [] }, { next: false }).periods;
        const sum = all.reduce((total, one) => total + one, 0n);
        for (const [name, side] of [
          ["shared", "receives"],
          ["borne", "pays"],
        ] as const) {
          const entry = year!.payments.find(({ payment }) => payment === name)!;
          const parts = KEYS.map((key) => penceOf(entry[side].find(({ party }) => party === key)?.amount ?? "0.00"));
          assert.equal(
            parts.reduce((total, part) => total + part, 0n),
            pence,
          );
          parts.forEach((part, index) => {
            const off = part * sum - pence * all[index]!;
            assert.ok((off < 0n ? -off : off) < sum);
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});

const penceOf = (amount: string): bigint => BigInt(amount.replace(".", ""));
