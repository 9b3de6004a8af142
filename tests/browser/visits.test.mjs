// From page to page without loading anew, once the scripts run: the same addresses, the same pages.
import assert from "node:assert/strict";
import { begin, chosen, on, receipt, row, send, walk } from "./ballot.mjs";
import { journey, TOUCH } from "./world.mjs";

/// Marks the document, so that loading anew is noticed.
const mark = (page) => page.evaluate(() => { window.same = true; });
const isSame = (page) => page.evaluate(() => window.same === true);
const at = (page, path) => page.waitForURL((url) => url.pathname + url.search + url.hash === path);

/// Waits for a heading that has the focus, and for its title above the page.
async function reads(page, name) {
  const heading = page.getByRole("heading", { level: 1, name });
  await heading.and(page.locator(":focus")).waitFor();
  return heading;
}

/// Opens a page and waits until its links are followed inside it.
async function start(page, address) {
  await page.goto(address, { waitUntil: "networkidle" });
  await mark(page);
}

journey("home, survey, thanks, own ballot, results and back: one document", { demo: true }, async ({ page }) => {
  await start(page, "/");
  await page.locator("main a[href^='/s/']").first().click();
  await page.waitForURL(/\/s\//);
  assert.ok(await isSame(page));
  assert.equal(await page.evaluate(() => document.title), `${await page.locator("h1").innerText()} – Hài Lòng`);
  const search = page.locator("#q");
  await search.fill("dien");
  await search.press("Enter");
  await page.locator("#found:focus").waitFor();
  assert.match(page.url(), /\?.*q=dien.*#found$/);
  await page.locator("#found ~ .doors a").first().click();
  await page.locator(".begin").waitFor();
  await page.goBack();
  await page.locator("#found").waitFor();
  assert.equal(await page.locator("#q").inputValue(), "dien");
  await page.goForward();
  await page.locator(".begin").waitFor();
  assert.ok(await isSame(page), "the page was loaded anew");
});

journey("after a full load, Back still shows the page of its address", {}, async ({ page }) => {
  await start(page, "/");
  await page.locator("a[href='/ket-qua']").first().click();
  await page.waitForURL(/ket-qua/);
  await page.locator("main h1:focus").waitFor();
  await page.reload({ waitUntil: "networkidle" });
  await page.goBack();
  await page.locator("main a[href^='/s/thu']").waitFor();
  assert.equal(new URL(page.url()).pathname, "/");
  await page.locator("main a[href^='/s/thu']").click();
  await page.locator(".begin").waitFor();
  await page.locator("header a[href='/']").first().click();
  await page.locator("main a[href^='/s/thu']").waitFor();
  await page.reload({ waitUntil: "networkidle" });
  await page.goBack();
  await page.locator(".begin").waitFor();
  assert.equal(new URL(page.url()).pathname, "/s/thu");
});

journey("after the thanks every way leads on in the same document", {}, async ({ page }) => {
  await start(page, "/");
  await page.locator("main a[href^='/s/thu']").click();
  await begin(page);
  await walk(page);
  await send(page).click();
  const code = await receipt(page);
  await page.locator("a[href='/ket-qua']").last().click();
  await page.waitForURL(/ket-qua/);
  await page.locator("main h1:focus").waitFor();
  const sheets = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.href));
  assert.equal(sheets.length, 1);
  assert.match(sheets[0], /results\.css$/);
  await page.goBack();
  await page.getByRole("heading", { name: "Cảm ơn" }).waitFor();
  assert.equal(await page.getByText(code).count(), 0, "another page puts the receipt away");
  await page.goBack();
  await page.locator(".begin").waitFor();
  assert.equal(await page.locator(":checked:not(option)").count(), 0, "an empty form");
  assert.ok(await isSame(page));
});

journey("an unfinished survey is taken up again, and its steps go back as before", TOUCH, async ({ page }) => {
  await start(page, "/s/nhanh");
  await begin(page);
  await row(page, "O1", "4").tap();
  await on(page, "A0");
  await page.locator("header .owner").tap();
  await at(page, "/");
  await page.goBack();
  await page.locator("#a-A0").waitFor();
  assert.equal(await chosen(page, "O1").count(), 1);
  await page.goBack();
  await on(page, "O1");
  assert.ok(await isSame(page));
});

journey("what leaves the app leaves it: the office, a file, another tab, another version", { demo: true }, async ({ page, context }) => {
  await start(page, "/");
  const other = context.waitForEvent("page");
  await page.locator("main a[href^='/ket-qua']").first().click({ modifiers: ["Control"] });
  await (await other).close();
  assert.ok(await isSame(page));
  // A new version has come: its page is loaded as a whole.
  await page.evaluate(() => { document.querySelector("script[type=module]").src = "/assets/old/citizen-start.js"; });
  await page.locator("main a[href^='/ket-qua']").first().click();
  await at(page, "/ket-qua");
  await page.locator("main h1").waitFor();
  assert.ok(!await isSame(page));
});

journey("where nobody answers, the browser says so itself, and Back returns", { expected: /ERR_|Failed to load/ }, async ({ page, context }) => {
  await start(page, "/s/nhanh");
  await begin(page);
  await row(page, "O1", "4").click();
  await on(page, "A0");
  await context.setOffline(true);
  const loaded = page.waitForEvent("requestfailed", (asked) => asked.isNavigationRequest());
  await page.locator("header .owner").click();
  await loaded;
  await context.setOffline(false);
  await page.goBack();
  await page.locator("#a-A0").waitFor();
  assert.equal(await chosen(page, "O1").count(), 1, "nothing is lost");
});

journey("a slow page is said to be coming, and a second press wins", {}, async ({ page }) => {
  await start(page, "/");
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route("**/ket-qua", async (route) => { await held; await route.continue().catch(() => {}); });
  await page.locator("main a[href='/ket-qua']").click();
  await page.locator("#wait:not(:empty)").waitFor();
  assert.equal(await page.locator("#wait").innerText(), "Đang mở trang…");
  await page.locator("main a[href^='/s/nhanh']").or(page.locator("main a[href^='/s/thu']")).first().click();
  await page.locator(".begin").waitFor();
  release();
  await page.waitForLoadState("networkidle");
  assert.match(page.url(), /\/s\//, "the first press no longer counts");
});

journey("Back returns to where the page was read", { demo: true, viewport: { width: 360, height: 400 } }, async ({ page }) => {
  await start(page, "/ket-qua");
  await page.evaluate(() => scrollTo(0, 700));
  await page.locator("header .owner").evaluate((it) => it.click());
  await at(page, "/");
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await page.waitForFunction(() => scrollY === 700);
  assert.ok(await isSame(page));
});

journey("filters of the results are asked inside the page, and English stays English", { demo: true }, async ({ page }) => {
  await start(page, "/ket-qua?lang=en");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
  await page.locator("details.choose summary").click();
  await page.locator("select[name=period]").selectOption({ index: 1 });
  await page.locator("form.filters button").click();
  await page.waitForURL(/ket-qua\?.+&.*lang=en|lang=en&/);
  await page.locator("main h1:focus").waitFor();
  await page.getByRole("link", { name: "Tiếng Việt" }).click();
  await reads(page, /./);
  assert.equal(await page.evaluate(() => document.documentElement.lang), "vi");
  assert.ok(await isSame(page));
});
