// The first page of those who lead: where we stand, whether it is real, what comes first.
import assert from "node:assert/strict";
import { calls, refused, settled, signIn, stands } from "./staff.mjs";
import { journey, TOUCH } from "./world.mjs";

const CALL = "**/api/v1/office/overview*";
const SCREENS = { phone: TOUCH, desk: { viewport: { width: 1440, height: 900 } } };

for (const [screen, device] of Object.entries(SCREENS)) {
  journey(`a leader sees the figure, whether it is real and what comes first (${screen})`, { demo: true, expected: refused, ...device }, async ({ page, server }) => {
    await signIn(page, server, "leadership");
    await page.locator(".overview .figure").waitFor();
    await stands(page);
    const live = (await server.index("unit")).instrument;
    const period = new URLSearchParams(new URL(page.url()).search).get("period");
    assert.equal(period, null, "nothing is chosen, so the newest period that has ended is shown");
    assert.ok(live.startsWith("quick/") || live.startsWith("sipas"), live);
    // The figure has its doubt and its people beside it.
    assert.match(await page.locator(".overview .figure").innerText(), /^\d+,\d\d%\s+hài lòng\s+±\d+,\d · [\d.]+ phiếu$/);
    await page.locator(".overview .lead li").first().waitFor();
    await page.getByRole("img", { name: /^Chỉ số chung: \d+ tháng, từ / }).waitFor();
    // Each thing is a sentence with its evidence one tap away.
    const things = page.locator(".first ol li");
    assert.ok((await things.count()) <= 3);
    const rows = page.locator(".indicators li");
    assert.ok((await rows.count()) > 10);
    for (const text of await rows.allInnerTexts()) assert.doesNotMatch(text, /(^|\s)(0|100)(,00)?%/, text);
    if (await things.count()) {
      await things.locator("a").first().click();
      await page.waitForURL(/\/van-phong\/chi-so\//);
      await page.locator("#heading").waitFor();
      await settled(page);
      await page.goBack();
      await page.locator(".overview .figure").waitFor();
    }
    // Every chart is a table too.
    await page.getByText("Xem dạng bảng").click();
    await page.getByRole("table", { name: "Chỉ số chung" }).waitFor();
    await stands(page);
  });
}

journey("period, scheme and unit are chosen in the address", { demo: true, expected: refused }, async ({ page, server }) => {
  await signIn(page, server, "leadership");
  await page.locator(".lens summary").click();
  await page.getByLabel("Cách chia kỳ").selectOption("kstt");
  await page.getByLabel("Đơn vị").selectOption({ label: "Phòng Quản lý thương mại" });
  await page.getByRole("button", { name: "Xem", exact: true }).click();
  await page.waitForURL(/scheme=kstt.*unit=QLTM/);
  await page.locator(".lens").getByText("Phòng Quản lý thương mại").first().waitFor();
  await page.locator(".lens").getByText("15/").first().waitFor();
  await stands(page);
});

journey("what does not come, what is empty and what is too little say so", { demo: true, expected: /status of 401|Failed to load resource/ }, async ({ page, server }) => {
  await signIn(page, server, "inspector");
  await page.route(CALL, (route) => route.abort(), { times: 1 });
  await page.goto("/van-phong");
  await page.getByRole("alert").waitFor();
  await page.getByRole("button", { name: "Thử lại" }).click();
  await page.locator(".overview .figure").waitFor();
  await page.goto("/van-phong?period=2019-01");
  await page.getByText("Chưa có phiếu nào trong kỳ này.").waitFor();
  await stands(page);
  const reply = await page.request.get("/api/v1/office/overview", { headers: { "sec-fetch-site": "same-origin" } });
  const told = await reply.json();
  told.whole.level.basis = { ...told.whole.level.basis, n: 1, people: 8145, share: { num: 0, den: 1 } };
  told.whole.level.saying = { level: { told: { not_enough: { n: 1, people: 8145 } } } };
  await page.route(CALL, (route) => route.fulfill({ json: told }), { times: 1 });
  await page.goto("/van-phong");
  await page.locator(".figure").getByText("1 phiếu trên 8.145 hồ sơ: chưa đủ để kết luận").waitFor();
  await stands(page);
});

journey("a viewer from outside is asked for no live figures", { demo: true, expected: refused }, async ({ page, server }) => {
  const made = calls(page);
  await signIn(page, server, "viewer");
  await settled(page);
  await page.getByRole("table").waitFor();
  assert.deepEqual(made.filter((call) => call.includes("/overview")), []);
});

journey("at twice the text size on a phone nothing is cut", { demo: true, expected: refused, ...TOUCH }, async ({ page, server }) => {
  await signIn(page, server, "leadership");
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  await page.locator(".overview .figure").waitFor();
  await stands(page);
});
