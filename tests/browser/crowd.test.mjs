// Very many ballots from one place: a phone works for its own, a form without scripts waits.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { ballots, on, open, receipt, row, send } from "./ballot.mjs";
import { journey } from "./world.mjs";

const QUICK = { O1: "5", A0: "4", B0: "4", C0: "3", D0: "5", E0: "na" };
/// One ballot from here is free, and a wait is short.
const env = { HAILONG_FREE_ORIGIN: "1", HAILONG_CROWD_WAIT: "1" };
/// Chromium notes the call that was held up in the console.
const expected = /status of 429/;

/// Sends the one that is free, as a program at the same address does.
async function fillUp(server) {
  const body = { id: crypto.randomUUID(), campaign: "nhanh", answers: [{ item: "O1", level: 5 }] };
  const headers = { "content-type": "application/json" };
  const kept = await fetch(`${server.url}/api/v1/ballots`, { method: "POST", headers, body: JSON.stringify(body) });
  assert.equal(kept.status, 201);
}

journey("a phone in a crowd works for its ballot while the person does nothing", { env, expected }, async ({ server, page, note }) => {
  await fillUp(server);
  await open(page, "/s/nhanh");
  for (const [code, level] of Object.entries(QUICK)) {
    await page.locator(`#a-${code}`).waitFor();
    await row(page, code, level).click();
  }
  await on(page);
  const sent = [];
  page.on("request", (asked) => asked.method() === "POST" && sent.push(asked));
  const before = performance.now();
  await send(page).click();
  await receipt(page);
  note(`the work took ${Math.round(performance.now() - before)} ms`);
  assert.deepEqual(sent.length, 2, "held up once, then taken");
  const [first, second] = sent;
  assert.equal((await first.response()).status(), 429);
  assert.equal((await second.response()).status(), 201);
  assert.equal(first.headers()["x-pass"], undefined);
  assert.match(second.headers()["x-pass"], /^work\.15\./);
  assert.equal(second.postData(), first.postData(), "the same ballot, under the same id");
  assert.equal(await ballots(server), 2);
});

journey("a form without scripts waits in a crowd, is told so, and loses nothing", { env, expected, scripts: false }, async ({ server, page }) => {
  await fillUp(server);
  await page.goto("/s/nhanh");
  for (const [code, level] of Object.entries(QUICK)) await row(page, code, level).click();
  await page.locator("#comment").fill("Vẫn còn <đây>");
  const held = page.waitForResponse((reply) => reply.request().method() === "POST");
  await send(page).click();
  const reply = await held;
  assert.equal(reply.status(), 429);
  await page.getByText("rất nhiều phiếu").first().waitFor();
  for (const [code, level] of Object.entries(QUICK)) {
    assert.equal(await page.locator(`input[name="a.${code}"]:checked`).getAttribute("value"), level);
  }
  assert.equal(await page.locator("#comment").inputValue(), "Vẫn còn <đây>");
  assert.equal(await ballots(server), 1);
  // As long as the person was asked to wait.
  await pause(1000 * Number(reply.headers()["retry-after"]));
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 2);
});
