import assert from "node:assert/strict";
import { RESERVED } from "../../../packages/language/src/parser/tokens.js";
import { messages, nameMessages, services } from "./reading.js";

const words = Object.keys(services.Concordat.parser.Lexer.definition).filter((name) => /^[a-z]+$/.test(name));

/** A contract in which a field has a name, and two conditions use it. */
const using = (name: string): string => `contract a {
  records r dated by other {
    ${name}  one of yes, ${name}
    other  date
  }
  metric m { share of r where ${name} is known counting those where ${name} is ${name}  better lower }
}`;

describe("words of the language as names", () => {
  for (const word of words.filter((name) => !RESERVED.has(name))) {
    it(`a field may be called ${word}`, async () => {
      assert.deepEqual([...messages(using(word)), ...(await nameMessages(using(word)))], []);
    });
  }
  for (const word of RESERVED) {
    it(`no field is called ${word}`, () => assert.notDeepEqual(messages(using(word)), []));
  }
  for (const name of ["target-cost", "registered-65", "at-least", "cost2", "isolation", "payment-core", "ofsted"]) {
    it(`${name} is one name`, async () =>
      assert.deepEqual([...messages(using(name)), ...(await nameMessages(using(name)))], []));
  }
});
