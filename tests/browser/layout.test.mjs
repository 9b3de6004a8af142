// Pages on the narrowest screens, under a thumb, and by keyboard.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beyond } from "./judge.mjs";
import { expected, PAGES } from "./pages.mjs";
import { journey, serve, visit } from "./world.mjs";

const NARROW = { width: 320, height: 640 };

let demo;
before(async () => { demo = await serve({ demo: true }); });
after(() => demo.stop());

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
      for (const folded of await page.locator(".figures summary").all()) await folded.click();
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

test("text at twice its size breaks nothing on the narrowest phone", { timeout: 300_000 }, async () => {
  const found = {};
  for (const [name, arrive] of Object.entries(PAGES)) {
    if (name === "office") continue;
    await visit(demo, { expected }, async (page) => {
      await arrive(page);
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      const list = await page.evaluate(overlapping);
      if ((await beyond(page)) > 0) list.push("scrolls sideways");
      if (list.length) found[name] = list;
    });
  }
  assert.deepEqual(found, {});
});

/// Marks of a chart that lie on each other, and names that are cut.
function overlapping() {
  const marks = [...document.querySelectorAll(".plot text:not(.end)")].filter((it) => it.checkVisibility());
  const boxes = marks.map((it) => [it.textContent, it.getBoundingClientRect()]);
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const on = boxes.flatMap(([text, box], at) =>
    boxes.slice(at + 1).filter(([, other]) => meet(box, other)).map(([other]) => `${text} on ${other}`));
  const names = [...document.querySelectorAll(".rows .name")].filter((it) => it.scrollWidth > it.clientWidth + 1);
  return [...on, ...names.map((it) => `cut: ${it.textContent}`)];
}

test("the results print on two pages, with whose they are, of when, and every figure", async () => {
  await visit(demo, { viewport: { width: 1440, height: 900 } }, async (page) => {
    await page.goto("/ket-qua");
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sheets = paper.match(/\/Type\s*\/Page\b(?!s)/g).length;
    assert.ok(sheets <= 2, `${sheets} pages`);
    await page.emulateMedia({ media: "print" });
    for (const said of ["Sở Công Thương", /· \d\d\/\d{4} ·/, /đến ngày \d\d\/\d\d\/\d{4}/]) {
      assert.ok(await page.getByText(said).first().isVisible(), String(said));
    }
    for (const table of await page.locator(".table").all()) assert.ok(await table.isVisible());
    assert.ok(!(await page.locator(".menu").isVisible()) && !(await page.locator(".choose summary").isVisible()));
  });
});

test("rows of a chart stand by what was decided of them, each with its value and its count", async () => {
  await visit(demo, {}, async (page) => {
    await page.goto("/ket-qua");
    const rows = await page.locator(".rows li:not(.withheld)").allInnerTexts();
    const told = rows.map((row) => row.match(/(\d+(?:,\d\d)?)%\s+([\d.]+) phiếu/));
    assert.ok(rows.length > 2 && told.every(Boolean), rows.join(" | "));
    // Ranges that overlap are no order: only those that lie lower come first, and those that lie higher last.
    const order = ["low", "same", "high"];
    const places = await page.locator(".rows li:not(.withheld)").evaluateAll((rows, order) =>
      rows.map((row) => order.findIndex((standing) => row.matches(`.${standing}`) || row.querySelector(`.${standing}`))), order);
    assert.ok(places.includes(0) && places.every((place) => place >= 0), places.join());
    assert.deepEqual(places, places.toSorted());
  });
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
