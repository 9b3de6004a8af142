// The office's first page: waiting, failed, empty, there.
import assert from "node:assert/strict";
import { refused, signIn } from "./staff.mjs";
import { journey } from "./world.mjs";

const SIDES = [
  ...[["factor", "Yếu tố"], ["item", "Tiêu chí"], ["month", "Tháng"]],
  ...[["channel", "Hình thức nộp hồ sơ"], ["procedure", "Thủ tục"], ["unit", "Đơn vị"]],
];
const CALL = "**/api/v1/office/index?*";
const waiting = (page) => page.getByRole("status").getByText("Đang tải số liệu…");

journey("the office waits for its figures, then shows them", { demo: true, expected: refused }, async ({ page, server }) => {
  let go;
  const held = new Promise((resolve) => { go = resolve; });
  await page.route(CALL, (route) => held.then(() => route.continue()));
  await signIn(page, server, "viewer");
  await waiting(page).waitFor();
  go();
  await page.getByRole("table").waitFor();
  assert.equal(await waiting(page).count(), 0);
});

journey("figures that did not come are told, and asking again brings them", { demo: true, expected: /Failed to load resource/ }, async ({ page, server }) => {
  const failures = [
    (route) => route.abort(),
    (route) => route.fulfill({ status: 503, body: "{}" }),
    (route) => route.fulfill({ contentType: "text/html", body: "<p>Wi-Fi</p>" }),
  ];
  await signIn(page, server, "viewer");
  await page.getByRole("table").waitFor();
  for (const fail of failures) {
    await page.route(CALL, fail, { times: 1 });
    await page.goto("/van-phong");
    await page.getByRole("alert").getByText("Chưa tải được số liệu").waitFor();
    await page.getByRole("button", { name: "Thử lại" }).click();
    await page.getByRole("table").waitFor();
    assert.equal(await page.getByRole("alert").count(), 0);
  }
});

journey("the office speaks the page's language, whatever the browser's is", { demo: true, locale: "en-US", expected: refused }, async ({ page, server }) => {
  await signIn(page, server, "viewer");
  await page.getByRole("rowheader", { name: "Phòng Quản lý năng lượng" }).waitFor();
  await page.goto("/van-phong?lang=en");
  await page.getByRole("rowheader", { name: "Energy Division" }).waitFor();
});

journey("every breakdown and both methods show a chart and its table", { demo: true, expected: refused }, async ({ page, server }) => {
  await signIn(page, server, "leadership");
  await page.goto("/van-phong/chi-so");
  for (const [by, label] of SIDES) {
    const button = page.locator(".choices button", { hasText: label });
    await button.click();
    await page.getByRole("columnheader", { name: label, exact: true }).waitFor();
    assert.equal(await button.getAttribute("aria-pressed"), "true");
    const { rows } = await server.index(by);
    // Months are a line, all else is rows whose words are text of the page.
    if (by === "month") await page.getByRole("img", { name: label }).waitFor();
    else assert.equal(await page.locator(".chart .rows li").count(), rows.length);
    assert.equal(await page.locator("tbody tr").count(), rows.length);
  }
  const shown = (await server.index("unit")).total.percent.replace(".", ",");
  await page.locator("tfoot").getByText(`${shown}%`).waitFor();
  await page.getByLabel("Cách tính").selectOption("MEAN5");
  const mean = (await server.index("unit", "&method=MEAN5")).total.percent.replace(".", ",");
  await page.locator("tfoot").getByText(`${mean}%`).waitFor();
});

journey("without scripts the office says what it needs", { scripts: false }, async ({ page }) => {
  await page.goto("/van-phong");
  await page.locator("noscript p", { hasText: "cần JavaScript" }).waitFor();
});
