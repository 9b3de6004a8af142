// The survey when its scripts do not come, or break down.
import assert from "node:assert/strict";
import { ballots, chosen, fill, LEVELS, on, open, question, receipt, row, send } from "./ballot.mjs";
import { journey } from "./world.mjs";

const ALL = Object.keys(LEVELS).length;

/// The whole form is there, works, and was told to have broken down or not.
async function sendPlain(server, page) {
  assert.equal(await question(page).count(), ALL);
  assert.equal(await page.locator(".turns:visible, .progress:visible, .clear:visible").count(), 0);
  await fill(page);
  await page.locator("#comment").fill("Không cần kịch bản");
  await send(page).click();
  await receipt(page);
  assert.equal(await ballots(server), 1);
  const { total } = await server.index("item");
  assert.deepEqual([total.num, total.den], [9, 13]);
}

const cut = /Failed to load resource|TypeError: Failed to fetch|dynamically imported module/;

for (const file of ["citizen.wasm", "citizen.js", "citizen-start.js"]) {
  journey(`without ${file} the plain form still works`, { expected: cut }, async ({ server, page }) => {
    await page.route(`**/${file}`, (route) => route.abort());
    await page.goto("/s/thu", { waitUntil: "networkidle" });
    await sendPlain(server, page);
  });
}

const trap = /unreachable|RuntimeError/;

journey("a trap at the start leaves the plain form, and says so", { expected: trap }, async ({ server, page }) => {
  // Some networks strip comments from HTML; the bundle finds its places by them.
  await page.route("**/s/thu", async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll("<!>", "").replace(/<progress.*?<\/progress>/, "?");
    await route.fulfill({ response, body });
  }, { times: 1 });
  await page.goto("/s/thu");
  await page.locator("#app-failed").getByText("vẫn còn ở dưới").waitFor();
  await sendPlain(server, page);
});

journey("a trap on the way opens the plain form with the answers so far", { expected: trap }, async ({ server, page }) => {
  await open(page);
  await row(page, "A1", "5").click();
  await on(page, "A2");
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError("unreachable"); }));
  await page.locator("#app-failed").waitFor();
  assert.equal(await chosen(page, "A1").getAttribute("value"), "5");
  await sendPlain(server, page);
});
