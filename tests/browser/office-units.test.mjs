// Units over time: merged, split, put right. Ballots stay where they were sent.
import assert from "node:assert/strict";
import { calls, dayIn, noted, once, refused, signIn, stands } from "./staff.mjs";
import { journey } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const expected = /status of (401|422)/;
const named = (page, name) => page.locator(`[name="${name}"]`);
const unit = (code) => `/van-phong/don-vi/${code}`;

journey("units are merged: what came before is told on both sides, and a fault stands at its unit", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "administrator", unit("QLNL"));
  await page.getByRole("link", { name: "Sáp nhập" }).click();
  await page.getByRole("heading", { name: "Sáp nhập" }).waitFor();
  await named(page, "from.0").locator("option:checked", { hasText: "Phòng Quản lý năng lượng" }).waitFor({ state: "attached" });
  assert.ok(!(await named(page, "from.2").isVisible()), "a third is asked for once there are two");
  await named(page, "from.1").selectOption("KTATMT");
  await named(page, "from.2").waitFor();
  await stands(page);
  await named(page, "into.code").fill("NLMT");
  await named(page, "into.name.vi").fill("Phòng Năng lượng và Môi trường");
  await named(page, "into.parent").selectOption("SCT");
  await page.getByLabel("Ngày có hiệu lực").fill("2015-01-05");
  await page.getByLabel("Số quyết định").fill("45/QĐ-UBND");
  const send = page.getByRole("button", { name: "Sáp nhập" });
  await send.click();
  const faults = page.locator("#merger-faults a");
  await faults.first().waitFor();
  assert.equal(await faults.count(), 2, "neither was there then");
  await faults.last().click();
  assert.ok(await named(page, "from.1").evaluate((it) => it === document.activeElement));
  await stands(page);
  await page.getByLabel("Ngày có hiệu lực").fill(dayIn(1));
  await send.click();
  await noted(page, "Đã ghi nhận");
  await page.getByRole("heading", { name: "Đơn vị NLMT" }).waitFor();
  const came = page.locator("section", { has: page.getByRole("heading", { name: "Hình thành từ" }) });
  await came.locator("li a").first().waitFor();
  assert.deepEqual((await came.locator("li a").allTextContents()).sort(), ["KTATMT", "NLMT", "NLMT", "QLNL"]);
  assert.match(await came.locator("li").first().textContent(), /sáp nhập vào.*45\/QĐ-UBND/);
  await stands(page);
  await came.getByRole("link", { name: "QLNL" }).click();
  await page.getByRole("heading", { name: "Về sau" }).waitFor();
  await page.getByRole("link", { name: "NLMT" }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Hình thành từ" }).count(), 0);
  // What QLNL led is led by the new unit without anybody entering it.
  const [, today] = dayIn(0).match(/^\d+-(.*)$/);
  assert.ok((await page.locator(".cards li").first().textContent()).includes(today.split("-").reverse().join("/")), "it ends today");
  assert.equal((await server.verify()).stderr, "");
});

journey("a unit is split: nothing is left behind, each part takes its procedures", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/them/don-vi");
  await page.getByLabel("Mã", { exact: true }).fill("TO-KM");
  await page.getByLabel("Tên tiếng Việt").fill("Tổ Khuyến mại");
  await named(page, "parent").selectOption("QLTM");
  await page.getByLabel("Từ ngày").fill("2026-01-01");
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await noted(page, "Đã lưu");
  await page.goto(`${unit("QLTM")}/tach`);
  await page.getByLabel("Ngày có hiệu lực").fill(dayIn(1));
  assert.ok(!(await named(page, "into.2.code").isVisible()));
  for (const [at, code, name] of [[0, "NTHUONG", "Phòng Nội thương"], [1, "ATTP", "Phòng An toàn thực phẩm"]]) {
    await named(page, `into.${at}.code`).fill(code);
    await named(page, `into.${at}.name.vi`).fill(name);
    await named(page, `into.${at}.parent`).selectOption("SCT");
  }
  await named(page, "into.2.code").waitFor();
  await named(page, "procedures.2.000535").selectOption({ label: "Đơn vị mới 2: ATTP" });
  const send = page.getByRole("button", { name: "Chia, tách" });
  await send.click();
  await page.locator("#split-faults").waitFor();
  const beside = (name) => page.locator(".field", { has: named(page, name) }).locator(".fault", { hasText: "vẫn thuộc đơn vị" });
  await beside("units.TO-KM").waitFor();
  await named(page, "units.TO-KM").selectOption("0");
  await send.click();
  await beside("procedures.2.000591").waitFor();
  assert.equal(await beside("procedures.2.000535").count(), 0, "it was handed over");
  assert.equal(await named(page, "into.0.code").inputValue(), "NTHUONG", "what was typed stays");
  await stands(page);
  for (const code of ["2.000001", "2.000002", "2.000004", "2.002620"]) await named(page, `procedures.${code}`).selectOption("0");
  await named(page, "procedures.2.000591").selectOption("1");
  await send.click();
  await noted(page, "Đã ghi nhận");
  await page.getByRole("heading", { name: "Về sau" }).waitFor();
  const parts = page.locator("section", { has: page.getByRole("heading", { name: "Về sau" }) }).locator("li a:last-of-type");
  assert.deepEqual((await parts.allTextContents()).sort(), ["ATTP", "NTHUONG"]);
  await page.goto("/van-phong/thu-tuc/2.000591");
  await page.getByRole("heading", { name: "Các phiên bản" }).waitFor();
  await page.locator(".cards dt").first().waitFor();
  assert.deepEqual(await page.locator(".cards dt:text-is('Đơn vị') + dd").allTextContents(), ["ATTP", "QLTM"]);
  await page.goto(unit("TO-KM"));
  await page.getByRole("heading", { name: "Các phiên bản" }).waitFor();
  await page.locator(".cards dt").first().waitFor();
  assert.deepEqual(await page.locator(".cards dt:text-is('Đơn vị cấp trên') + dd").allTextContents(), ["NTHUONG", "QLTM"]);
});

journey("an old version is put right, unless ballots came in under it", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/them/don-vi");
  await page.getByLabel("Mã", { exact: true }).fill("TO-1");
  await page.getByLabel("Tên tiếng Việt").fill("Tổ Mọt");
  await page.getByLabel("Từ ngày").fill("2026-01-01");
  await page.getByRole("button", { name: "Thêm đơn vị" }).click();
  await page.getByRole("link", { name: "Đổi tên" }).click();
  await page.getByLabel("Tên tiếng Việt").fill("Tổ Hai");
  await page.getByLabel("Từ ngày").fill("2026-06-01");
  await page.getByRole("button", { name: "Lưu" }).click();
  const old = page.locator(".cards > li", { has: page.getByRole("heading", { name: "Tổ Mọt" }) });
  await stands(page);
  await old.getByRole("link", { name: "Sửa phiên bản này" }).click();
  await page.waitForURL("**/don-vi/TO-1/phien-ban/2026-01-01");
  await stands(page);
  await page.getByLabel("Tên tiếng Việt").fill("Tổ Một");
  await page.getByLabel("Số quyết định").fill("7/QĐ");
  const made = calls(page);
  await page.getByRole("button", { name: "Lưu" }).click();
  await noted(page, "Đã lưu");
  await page.getByRole("heading", { name: "Tổ Một" }).waitFor();
  await once(page, made, "PUT /units/TO-1/versions/2026-01-01", "/units/TO-1");
  assert.deepEqual(await page.locator(".cards h3").allTextContents(), ["Tổ Hai", "Tổ Một"]);
  await page.goto(`${unit("QLTM")}/phien-ban/2016-01-01`);
  await page.getByLabel("Tên tiếng Việt").fill("Phòng khác");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.locator("#version-faults").getByText("chỉ sửa được ngày kết thúc").waitFor();
  assert.equal(await page.getByLabel("Tên tiếng Việt").inputValue(), "Phòng khác");
  await page.goto(`${unit("QLTM")}/phien-ban/1999-01-01`);
  await page.getByText("Không có mục này").waitFor();
});

journey("lists of the books are narrowed by unit, in their address", { demo: true, expected: refused, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "viewer", "/van-phong/thu-tuc?unit=QLNL");
  await page.getByRole("status").getByText("2 dòng").waitFor();
  assert.deepEqual(await page.locator(".list tbody th").allTextContents(), ["1.115377", "1.900001"]);
  await page.locator("#filter-unit option:checked", { hasText: "QLNL" }).waitFor({ state: "attached" });
  await page.goto("/van-phong/don-vi?parent=SCT&sort=-code");
  await page.getByRole("status").getByText("10 dòng").waitFor();
  assert.equal(await page.locator(".list tbody th").first().textContent(), "VP");
});
