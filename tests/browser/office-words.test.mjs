// What the office tells in people's words: names before codes, states, the record, comments, first pages.
import assert from "node:assert/strict";
import { noted, refused, settled, signIn, stands } from "./staff.mjs";
import { journey } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const expected = refused;

journey("lists and heads tell names first, codes in small print, states as words with a shape", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "office");
  for (const [path, name, code, state] of [
    ["/don-vi", "Phòng Quản lý thương mại", "QLTM", "Đang hiệu lực"],
    ["/thu-tuc?q=2.000004", "Xúc tiến thương mại: đăng ký", "2.000004", "Đang hiệu lực"],
    ["/diem-tiep-nhan", "Quầy tiếp nhận số 1", "quay-1", "Đang hiệu lực"],
    ["/dot-khao-sat", "Phiếu nhanh tại quầy", "nhanh", "Đang mở"],
  ]) {
    await page.goto(`/van-phong${path}`);
    await settled(page);
    const row = page.locator(".list tbody tr", { has: page.locator(".beside", { hasText: new RegExp(`^${code.replace(".", "\\.")}$`) }) });
    assert.match(await row.locator("th a").textContent(), new RegExp(name), path);
    assert.equal(await row.locator(".pill.on").textContent(), state, path);
    await row.locator("th a").click();
    await page.locator("h1", { hasText: name }).waitFor();
    assert.match(await page.title(), new RegExp(`^${name}`));
    assert.ok((await page.locator(".head .beside").textContent()).includes(code));
    await stands(page);
  }
  // Units in the rows of others are named too.
  await page.goto("/van-phong/thu-tuc?q=2.000004");
  await settled(page);
  assert.equal(await page.locator(".list td[data-label='Đơn vị']").textContent(), "Phòng Quản lý thương mại");
});

journey("breakdown and method stand in the address: shared, loaded anew, taken back", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "leadership", "/van-phong/chi-so");
  await page.locator(".choices button", { hasText: "Tháng" }).click();
  await page.waitForURL("**/van-phong/chi-so?by=month");
  await page.getByLabel("Cách tính").selectOption("MEAN5");
  await page.waitForURL("**/van-phong/chi-so?by=month&method=MEAN5");
  const pressed = (at) => at.locator(".choices [aria-pressed=true]").textContent();
  const total = (await server.index("month", "&method=MEAN5")).total.percent.replace(".", ",");
  const shows = async (at) => {
    await at.locator("tfoot").getByText(`${total}%`).waitFor();
    assert.equal(await pressed(at), "Tháng");
    assert.equal(await at.getByLabel("Cách tính").inputValue(), "MEAN5");
  };
  await shows(page);
  await page.reload();
  await shows(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await shows(other);
  await other.close();
  await page.goBack();
  await page.waitForURL("**/van-phong/chi-so?by=month");
  await page.goBack();
  await page.getByRole("columnheader", { name: "Đơn vị", exact: true }).waitFor();
  assert.equal(await pressed(page), "Đơn vị");
});

journey("the record says who did what and what changed, its form for programs one tap away", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/dot-khao-sat/nhanh");
  await page.getByLabel("Số phiếu tối đa").fill("90000");
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await noted(page, "Đã lưu");
  await page.goto("/van-phong/y-kien");
  await settled(page);
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await signIn(page, server, "inspector", "/van-phong/nhat-ky");
  await settled(page);
  const entry = page.locator(".entry", { hasText: "sửa đợt khảo sát" });
  assert.match(await entry.locator("p").first().textContent(), /^demo\.office sửa đợt khảo sát Phiếu nhanh tại quầy$/);
  assert.equal(await entry.locator(".changes > div").count(), 1, "only what differs");
  assert.match(await entry.locator(".changes").textContent(), /Số phiếu tối đa.*—.*→.*thành.*90\.000/);
  assert.ok(!(await entry.locator("pre").first().isVisible()));
  await entry.getByText("Bản cho máy").click();
  await entry.locator("pre", { hasText: "campaign.change" }).waitFor();
  await entry.locator("pre", { hasText: '"quota":90000' }).waitFor();
  await stands(page);
  const read = page.locator(".entry", { hasText: "đọc ý kiến của người dân" });
  assert.match(await read.locator(".changes").textContent(), /Số dòng/);
  await entry.getByRole("link", { name: "Phiếu nhanh tại quầy" }).click();
  await page.waitForURL("**/dot-khao-sat/nhanh");
});

journey("comments tell level, procedure and day; “đã che” stands only where something was masked", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "leadership", "/van-phong/y-kien");
  await settled(page);
  const list = await page.evaluate(async () => (await fetch("/api/v1/office/comments")).json());
  const rows = page.locator(".list tbody tr");
  assert.equal(await rows.count(), list.rows.length);
  const marks = await rows.evaluateAll((all) => all.map((row) => Boolean(row.querySelector(".mark"))));
  assert.deepEqual(marks, list.rows.map((row) => row.masked));
  assert.ok(list.rows.every((row) => row.masked === /\[(số|địa chỉ|biển|mã|dãy)/.test(row.text)), "nothing is called masked that is whole");
  const named = list.rows.findIndex((row) => row.procedure_name && row.lowest_level);
  assert.ok(named >= 0);
  const row = await rows.nth(named).textContent();
  const { procedure_name: procedure, day, lowest_level: level } = list.rows[named];
  assert.ok(row.includes(procedure.vi), row);
  assert.ok(row.includes(day.split("-").reverse().join("/")), row);
  assert.ok(row.includes(["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"][level - 1]), row);
  await stands(page);
});

const FIRST = {
  reception: ["Góp ý, phản ánh, kiến nghị", "Khó khăn, vướng mắc"],
  handler: ["Góp ý, phản ánh, kiến nghị", "Khó khăn, vướng mắc", "Ý kiến"],
  head: ["Góp ý, phản ánh, kiến nghị", "Khó khăn, vướng mắc", "Đợt khảo sát", "Ý kiến"],
  office: ["Góp ý, phản ánh, kiến nghị", "Khó khăn, vướng mắc", "Đợt khảo sát", "Ý kiến", "Thủ tục và điểm tiếp nhận", "Mục tiêu"],
  inspector: ["Góp ý, phản ánh, kiến nghị", "Chờ xác nhận", "Khó khăn, vướng mắc", "Ý kiến", "Nhật ký"],
  leadership: ["Góp ý, phản ánh, kiến nghị", "Chờ xác nhận", "Khó khăn, vướng mắc", "Ý kiến"],
  administrator: ["Người dùng", "Đơn vị", "Thủ tục và điểm tiếp nhận", "Cài đặt"],
};

journey("each role's first page holds its work, or says that there is none", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  for (const [role, work] of Object.entries(FIRST)) {
    await signIn(page, server, role);
    await page.locator(".work").waitFor();
    await settled(page);
    assert.deepEqual(await page.locator(".work a").allTextContents(), work, role);
    for (const link of await page.locator(".work a").all()) {
      const href = await link.getAttribute("href");
      assert.ok((await page.locator("#menu a").evaluateAll((all) => all.map((it) => it.getAttribute("href")))).includes(href), `${role}: ${href}`);
    }
    if (role === "office") assert.match(await page.locator(".work").textContent(), /2 đợt đang mở/);
    const leads = ["head", "office", "inspector", "leadership"].includes(role);
    assert.equal(await page.locator(".overview").count(), leads ? 1 : 0, role);
    await stands(page);
    await page.getByRole("button", { name: "Đăng xuất" }).click();
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  }
  await signIn(page, server, "viewer");
  await page.getByText("chỉ xem số liệu và danh mục").waitFor();
  assert.equal(await page.locator(".work").count(), 0);
});
