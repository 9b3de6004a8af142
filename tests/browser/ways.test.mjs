// With scripts and without, the same ballots are kept and the same are refused, in the same words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, faults, fill, LEVELS, on, open, receipt, send, walk } from "./ballot.mjs";
import { serve, visit } from "./world.mjs";

const SIDES = ["unit", "procedure", "factor", "item", "month", "channel"];
/// What one person fills in: answers, comment, facets, and the counter they came from.
const PEOPLE = [
  { levels: LEVELS, comment: "Tốt", about: { party: "citizen", sex: "female", age: "over-60" } },
  { levels: { A1: "1", I2: "3" }, comment: "  Tiếng Việt\r\n😀 \u200b", at: "?p=q1" },
  { levels: { E1: "na" }, comment: "" },
  { levels: {}, comment: "Chỉ có ý kiến" },
];

async function inPlain(page, { levels, at = "" }) {
  await page.goto(`/s/thu${at}`);
  await fill(page, levels);
}

async function inSteps(page, { levels, at = "" }) {
  await open(page, `/s/thu${at}`);
  await walk(page, levels);
}

async function finish(page, { comment, about = {} }) {
  await page.locator("#comment").fill(comment);
  await page.locator("summary").click();
  for (const [name, value] of Object.entries(about)) {
    await page.locator(`#${name}`).selectOption(value);
  }
  await send(page).click();
}

/// Every figure of a server once these people were there; without the labels and the clock.
async function figures(scripts, answer) {
  const server = await serve();
  try {
    for (const person of PEOPLE) {
      await visit(server, { scripts }, async (page) => {
        await answer(page, person);
        await finish(page, person);
        await receipt(page);
      });
    }
    await server.verify();
    return await Promise.all(SIDES.map((by) => server.index(by)));
  } finally {
    await server.stop();
  }
}

test("the same answers move every figure alike, with scripts and without", { timeout: 300_000 }, async () => {
  const plain = await figures(false, inPlain);
  const steps = await figures(true, inSteps);
  assert.deepEqual(steps, plain);
  const channel = plain[SIDES.indexOf("channel")];
  assert.equal(channel.total.n, PEOPLE.length);
});

/// What a person is told about a form that cannot be kept; the heading and each line.
async function told(server, scripts, prepare) {
  let lines;
  await visit(server, { scripts, expected: /status of 422/ }, async (page) => {
    await page.goto("/s/nhanh");
    if (scripts) {
      await begin(page);
      for (const code of ["O1", "A0", "B0", "C0", "D0", "E0"]) {
        await page.locator(`#a-${code}`).waitFor();
        await page.getByRole("button", { name: "Bỏ qua" }).click();
      }
      await on(page);
    }
    await prepare(page);
    await send(page).click();
    await faults(page).first().waitFor();
    lines = await page.locator("#faults h2, #faults li").allInnerTexts();
  });
  return lines;
}

const BAD = {
  "nothing filled in": async () => {},
  "too long a comment": (page) => page.locator("#comment").fill("ă".repeat(501)),
  "only blanks": (page) => page.locator("#comment").fill(" \n\t\u200b "),
};

for (const [what, prepare] of Object.entries(BAD)) {
  test(`${what} is refused in the same words, with scripts and without`, async () => {
    const server = await serve();
    try {
      const plain = await told(server, false, prepare);
      const steps = await told(server, true, prepare);
      assert.deepEqual(steps, plain);
      assert.equal(plain.length, 2);
    } finally {
      await server.stop();
    }
  });
}
