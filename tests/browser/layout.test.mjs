// Pages on the narrowest screens, under a thumb, and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beyond, lost, small } from "./judge.mjs";
import { expected, PAGES } from "./pages.mjs";
import { journey, PHONE, serve, visit } from "./world.mjs";

const NARROW = { width: 320, height: 640 };

let demo;
before(async () => { demo = await serve({ demo: true }); });
after(() => demo.stop());

for (const viewport of [NARROW, PHONE]) {
  test(`at ${viewport.width} pixels no page scrolls sideways, and every target fits a thumb`, { timeout: 300_000 }, async () => {
    const found = {};
    for (const [name, arrive] of Object.entries(PAGES)) {
      await visit(demo, { viewport, expected }, async (page) => {
        await arrive(page);
        const list = await small(page);
        if ((await beyond(page)) > 0) list.push("scrolls sideways");
        if (list.length) found[name] = list;
      });
    }
    assert.deepEqual(found, {});
  });
}

/// What the browser tells a screen reader: the names of everything that has one of these roles.
async function heard(page, context, roles) {
  const cdp = await context.newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const named = (role) => nodes.filter((node) => !node.ignored && node.role.value === role);
  return roles.map((role) => named(role).map((node) => node.name?.value ?? ""));
}

for (const width of [320, 360, 480, 639, 641]) {
  test(`at ${width} pixels tables fit, name their figures and stay tables`, async () => {
    const viewport = { width, height: 740 };
    await visit(demo, { viewport }, async (page, context) => {
      await page.goto("/ket-qua");
      const cut = () => [...document.querySelectorAll(".table")].filter((it) => it.scrollWidth > it.clientWidth).length;
      assert.equal(await page.evaluate(cut), 0, "tables that scroll sideways");
      const roles = ["table", "columnheader", "rowheader", "cell", "row"];
      const [tables, heads, names, cells, rows] = await heard(page, context, roles);
      assert.deepEqual(tables, ["Chỉ số hài lòng: Đơn vị (T2B)", "Chỉ số hài lòng: Tháng (T2B)"]);
      const columns = ["Chỉ số", "Khoảng tin cậy 95%", "Tử số/mẫu số", "Số phiếu"];
      assert.deepEqual(heads, ["Đơn vị", ...columns, "Tháng", ...columns]);
      assert.equal(cells.length, names.length * columns.length);
      assert.equal(rows.length, names.length + tables.length);
      assert.ok(cells.every((cell) => /^(—|[\d.,%/ –]+|ít người trả lời, không công bố)$/.test(cell)), cells.join());
      const label = (it) => getComputedStyle(it, "::before").content;
      const beside = await page.locator("tbody td:last-child").first().evaluate(label);
      assert.equal(beside.includes("Số phiếu"), width <= 640);
    });
  });
}

test("tabbing shows where the focus is, on every page", { timeout: 300_000 }, async () => {
  const found = {};
  for (const [name, arrive] of Object.entries(PAGES)) {
    await visit(demo, { expected }, async (page) => {
      await arrive(page);
      const list = await lost(page);
      if (list.length) found[name] = list;
    });
  }
  assert.deepEqual(found, {});
});

const long = "Nghiêngngãngoằnngoèokhúckhuỷuthượngthặngđườngđèokhôngdứt".repeat(2);
const campaigns = [`thu,${long},${long},sipas-service/1,,in_person,open_link,2024-01-01,`];

journey("a word longer than the screen is broken, not cut", { campaigns, viewport: NARROW }, async ({ page }) => {
  const wide = [];
  for (const address of ["/", "/s/thu/poster", "/s/thu"]) {
    await page.goto(address);
    if ((await beyond(page)) > 0) wide.push(address);
  }
  assert.deepEqual(wide, []);
});
