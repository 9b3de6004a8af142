// The books at the desk: lists by their address, changes that everybody sees, text that stays text.
import assert from "node:assert/strict";
import { dayIn, refused, signIn, stands } from "./staff.mjs";
import { journey } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const expected = refused;
const codes = (page) => page.locator(".list tbody .beside").allTextContents();
/// The codes in an order that the call of the list gives.
const ordered = (page, sort) => page.evaluate(async (sort) => {
  const list = await (await fetch(`/api/v1/office/procedures?sort=${sort}`)).json();
  return list.rows.map((row) => row.code);
}, sort);
const settled = (page) => page.locator(".list[aria-busy=false]").waitFor();

journey("a list is sorted and searched by its address, and going back brings it back", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "viewer", "/van-phong/thu-tuc");
  await settled(page);
  const all = await codes(page);
  assert.ok(all.length > 5);
  const head = page.getByRole("columnheader", { name: "Tên" });
  await head.getByRole("button").click();
  await page.locator("[aria-sort=ascending]").waitFor();
  await settled(page);
  const [up, down] = [await ordered(page, "name"), await ordered(page, "-name")];
  assert.deepEqual(await codes(page), up);
  await head.getByRole("button").click();
  await page.locator("[aria-sort=descending]").waitFor();
  await page.waitForURL("**/thu-tuc?sort=-name");
  await page.locator(".list tbody tr:first-child", { hasText: down[0] }).waitFor();
  await settled(page);
  assert.deepEqual(await codes(page), down);
  assert.ok(await head.getByRole("button").evaluate((it) => it === document.activeElement), "the focus stays");
  await page.getByLabel("Tìm kiếm").fill("khuyen mai");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/thu-tuc?q=khuyen%20mai&sort=-name");
  await page.getByRole("status").getByText(/^\d+ dòng/).waitFor();
  await settled(page);
  const found = await codes(page);
  assert.ok(found.length > 0 && found.length < all.length);
  await page.reload();
  await settled(page);
  assert.deepEqual(await codes(page), found);
  await page.goBack();
  await page.waitForURL("**/thu-tuc?sort=-name");
  await page.getByRole("status").getByText(`${all.length} dòng`).waitFor();
  await settled(page);
  assert.deepEqual(await codes(page), down);
  assert.equal(await page.getByLabel("Tìm kiếm").inputValue(), "");
  await page.goto("/van-phong/thu-tuc?q=khongcogi");
  await page.getByRole("link", { name: "Bỏ điều kiện tìm" }).click();
  await page.waitForURL("**/van-phong/thu-tuc");
});

journey("a long list is paged by its address", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/y-kien");
  await settled(page);
  await page.getByText(/trang 1\/\d+/).waitFor();
  const first = await page.locator(".speech").allTextContents();
  assert.equal(first.length, 50);
  await page.getByRole("link", { name: "Trang sau" }).click();
  await page.waitForURL("**/y-kien?page=2");
  await page.getByText(/trang 2\/\d+/).waitFor();
  assert.equal(await page.getByRole("link", { name: "Trang trước" }).count(), 1);
  await page.goBack();
  await page.getByText(/trang 1\/\d+/).waitFor();
  assert.deepEqual(await page.locator(".speech").allTextContents(), first);
});

const today = () => dayIn(0);

journey("a unit that gets another name has it in the public list at once", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/don-vi/QLTM");
  await page.getByRole("link", { name: "Đổi tên" }).click();
  await page.getByLabel("Tên tiếng Việt").fill("Phòng Thương mại và Dịch vụ");
  await page.getByLabel("Từ ngày").fill(today());
  await page.getByLabel("Số quyết định").fill("12/QĐ-SCT");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("status").getByText("Đã lưu").waitFor();
  await page.getByRole("heading", { name: "Phòng Thương mại và Dịch vụ", level: 1 }).waitFor();
  assert.equal(await page.locator(".cards h3").count(), 2);
  const units = await (await fetch(`${server.url}/api/v1/units`)).json();
  assert.equal(units.find(({ code }) => code === "QLTM").name.vi, "Phòng Thương mại và Dịch vụ");
});

journey("a change that cannot be sent keeps what was typed and says so", { demo: true, expected: /status of 401|Failed to load resource/, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/them/dot-khao-sat");
  await page.getByLabel("Mã", { exact: true }).fill("thu-nghiem");
  await page.getByLabel("Tiêu đề tiếng Việt").fill("Đợt thử");
  await page.getByLabel("Bộ phiếu").selectOption("quick/1");
  await page.getByLabel("Từ ngày").fill(today());
  await page.route("**/api/v1/office/campaigns", (route) => route.abort(), { times: 1 });
  await page.getByRole("button", { name: "Tạo đợt khảo sát" }).click();
  await page.getByRole("alert").getByText("Không kết nối được").waitFor();
  assert.equal(await page.getByLabel("Tiêu đề tiếng Việt").inputValue(), "Đợt thử");
  await page.getByRole("button", { name: "Tạo đợt khảo sát" }).click();
  await page.getByRole("heading", { name: "Đợt thử" }).waitFor();
  assert.equal((await fetch(`${server.url}/s/thu-nghiem`)).status, 200);
  await page.getByText("Đóng đợt khảo sát ngay").click();
  await page.getByRole("button", { name: "Đóng", exact: true }).click();
  await page.locator("#close-question").getByText("0 phiếu đã nhận vẫn được tính").waitFor();
  assert.equal((await fetch(`${server.url}/s/thu-nghiem`)).status, 200, "nothing is done before the answer");
  await page.getByRole("button", { name: "Xác nhận đóng" }).click();
  await page.getByText("Đã đóng sớm").waitFor();
});

journey("a list waits, says when it did not come, and comes when asked again", { demo: true, expected: /status of 401|Failed to load resource/ }, async ({ page, server }) => {
  await signIn(page, server, "administrator");
  const fail = [(route) => route.abort(), (route) => route.fulfill({ status: 500, body: "oops" })];
  for (const [call, path] of [["units", "don-vi"], ["keys", "khoa"], ["targets", "muc-tieu"], ["units/QLTM", "don-vi/QLTM"], ["procedures", "don-vi/QLTM/tach"]]) {
    for (const broken of fail) {
      let go;
      const held = new Promise((resolve) => { go = resolve; });
      await page.route(new RegExp(`/office/${call}(\\?|$)`), (route) => held.then(() => broken(route)), { times: 1 });
      await page.goto(`/van-phong/${path}`);
      await page.getByRole("status").getByText("Đang tải…").waitFor();
      go();
      const told = page.getByRole("alert");
      await told.waitFor();
      await stands(page);
      await page.getByRole("button", { name: "Thử lại" }).click();
      await told.waitFor({ state: "detached" });
      await page.waitForFunction(() => !document.querySelector(".waiting, [aria-busy=true]"));
    }
  }
});
