/** The window is closed after the last test; one that fails leaves its picture. */
import { atTheWindow, leave } from "../rig/person.mjs";

afterEach(async function () {
  if (this.currentTest.state !== "failed") return;
  const person = await atTheWindow();
  await person.keepsPicture(`failed-${this.currentTest.title.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}`);
});
after(async () => {
  await leave();
});
