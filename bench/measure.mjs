const usedMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/**
 * How many times a second of processor time `work` is done, all threads counted: the median of five runs, so that other
 * work on the machine disturbs little. `work` is warmed up first.
 */
export async function timesPerSecond(work, milliseconds = 800) {
  await runFor(work, milliseconds / 2);
  const rates = [];
  for (let run = 0; run < 5; run++) rates.push(await runFor(work, milliseconds));
  return rates.sort((a, b) => a - b)[2];
}

async function runFor(work, milliseconds) {
  const begin = usedMs();
  let done = 0;
  let batch = 1;
  for (;;) {
    for (let index = 0; index < batch; index++) {
      const pending = work(done++);
      if (pending instanceof Promise) await pending;
    }
    const used = usedMs() - begin;
    if (used >= milliseconds) return (done / used) * 1000;
    if (used < milliseconds / 20) batch *= 2;
  }
}

export const grouped = (number) => String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ",");

/** Lines of columns: the first to the left, the others to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const cell = (text, column) => (column === 0 ? text.padEnd(widths[0]) : text.padStart(widths[column]));
  return rows.map((row) => row.map(cell).join("   ").trimEnd()).join("\n");
}
