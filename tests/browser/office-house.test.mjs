// The house in order: keys, settings, the record and its export, sessions, the second factor.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { inflateRawSync } from "node:zlib";
import { calls, enter, noted, once, press, refused, signIn, stands, totp, typeAt } from "./staff.mjs";
import { journey } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const expected = /status of (401|422)/;

journey("by keyboard alone, on a phone's width: a key is made, shown once, used and revoked", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/khoa");
  await page.getByText("Tạo khóa khi có chương trình").waitFor();
  await press(page, "Tab", "a[href='/van-phong/them/khoa']");
  await page.keyboard.press("Enter");
  await page.locator("#heading:focus").waitFor();
  await stands(page);
  await typeAt(page, "#key-label", "Cổng dữ liệu tỉnh");
  await press(page, "Tab", "[name=read_books]");
  await page.keyboard.press("Space");
  await press(page, "Tab", "#key-days");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("999");
  await page.keyboard.press("Enter");
  await page.locator("#key-faults:focus").waitFor();
  await press(page, "Tab", "#key-days");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("30");
  await page.keyboard.press("Enter");
  await page.locator("#once:focus").waitFor();
  const key = await page.locator(".code").textContent();
  assert.match(key, /^hl_\S{40,}$/);
  await stands(page);
  const ask = () => fetch(`${server.url}/api/v1/office/units`, { headers: { authorization: `Bearer ${key}` } });
  assert.equal((await ask()).status, 200);
  await press(page, "Tab", ".links a");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("1 dòng").waitFor();
  assert.ok(!(await page.content()).includes(key.slice(3)), "gone");
  await page.goBack();
  await page.locator("#key-label").waitFor();
  assert.ok(!(await page.content()).includes(key.slice(3)), "gone, also by going back");
  await page.goto("/van-phong/khoa?q=cong%20du%20lieu");
  await page.getByRole("status").getByText("1 dòng").waitFor();
  await stands(page);
  await press(page, "Tab", ".list tbody a");
  await page.keyboard.press("Enter");
  await page.locator("#heading:focus").waitFor();
  await page.locator(".pill.on", { hasText: "Dùng được" }).waitFor();
  await stands(page);
  await press(page, "Tab", "summary");
  await page.keyboard.press("Enter");
  await press(page, "Tab", "#revoke .send");
  await page.keyboard.press("Enter");
  await noted(page, "Đã thu hồi");
  await page.locator(".pill.late", { hasText: "Đã thu hồi" }).waitFor();
  assert.equal((await ask()).status, 401);
  assert.equal(await page.locator("summary").count(), 0);
});

journey("letterhead, periods and second factors are set, and who must have one sets it up first", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/cai-dat");
  await page.getByLabel("Tên cơ quan").fill("SỞ CÔNG THƯƠNG ĐỒNG NAI");
  await page.getByLabel("Ý kiến, kể từ ngày gửi").fill("0");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.locator("#settings-faults a").click();
  await page.locator("#settings-retention\\.comments:focus").waitFor();
  await stands(page);
  await page.getByLabel("Ý kiến, kể từ ngày gửi").fill("400");
  await page.getByLabel("Người xem").check();
  const made = calls(page);
  await page.getByRole("button", { name: "Lưu" }).click();
  await noted(page, "Đã lưu");
  await once(page, made, "PUT /settings");
  await page.reload();
  assert.equal(await page.getByLabel("Tên cơ quan").inputValue(), "SỞ CÔNG THƯƠNG ĐỒNG NAI");
  assert.equal(await page.getByLabel("Ý kiến, kể từ ngày gửi").inputValue(), "400");
  assert.ok(await page.getByLabel("Người xem").isChecked());
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await page.goto("/van-phong/thu-tuc?q=khuyen");
  await enter(page, "demo.viewer", server.staff.viewer);
  await page.getByText("phải dùng xác thực hai bước").waitFor();
  assert.equal(await page.locator("#menu").count(), 0, "nothing else is offered");
  await stands(page);
  await page.getByLabel("Mật khẩu hiện tại").fill(server.staff.viewer);
  await page.getByRole("button", { name: "Bắt đầu" }).click();
  const secret = await page.locator(".code").textContent();
  await stands(page);
  await page.getByLabel("Mã 6 chữ số").fill(totp(secret));
  await page.getByRole("button", { name: "Bật xác thực" }).click();
  await page.locator("#recovery:focus").waitFor();
  await page.getByRole("button", { name: "Tôi đã cất" }).click();
  await page.waitForURL("**/van-phong/thu-tuc?q=khuyen");
  await page.locator(".list[aria-busy=false]").waitFor();
});

/// What a file of an archive says.
function unpacked(zip, name) {
  for (let at = zip.indexOf("PK\u0001\u0002", 0, "latin1"); at >= 0; at = zip.indexOf("PK\u0001\u0002", at + 4, "latin1")) {
    const named = zip.readUInt16LE(at + 28);
    if (zip.toString("utf8", at + 46, at + 46 + named) !== name) continue;
    const [packed, local] = [zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    return inflateRawSync(zip.subarray(start, start + packed)).toString();
  }
  throw new Error(`no ${name}`);
}

journey("the record is narrowed by its address, and what matches is exported", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "office");
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await signIn(page, server, "inspector", "/van-phong/nhat-ky");
  await page.locator(".list[aria-busy=false]").waitFor();
  assert.ok(await page.getByLabel("Ai").isHidden(), "the filters are folded into one button");
  await page.locator(".filters summary", { hasText: /^Lọc$/ }).click();
  await page.getByLabel("Ai").fill("demo.office");
  await page.getByLabel("Việc").fill("session.begin");
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.waitForURL("**/nhat-ky?actor=demo.office&action=session.begin");
  await page.getByRole("status").getByText("1 dòng").waitFor();
  await page.locator(".filters summary", { hasText: "Lọc (2 đang bật)" }).waitFor();
  await stands(page);
  const files = {};
  for (const ending of ["csv", "xlsx"]) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: ending.toUpperCase() }).click()]);
    assert.ok(file.suggestedFilename().endsWith(`.${ending}`), file.suggestedFilename());
    files[ending] = await readFile(await file.path());
  }
  const lines = files.csv.toString("utf8").trim().split(/\r?\n/);
  assert.equal(lines.length, 2, "a head and what matched");
  assert.match(lines[1], /demo\.office.*session\.begin/);
  const strings = unpacked(files.xlsx, "xl/sharedStrings.xml");
  assert.match(strings, /demo\.office/);
  assert.ok(!strings.includes("demo.inspector"), "only what matched");
  assert.equal(unpacked(files.xlsx, "xl/worksheets/sheet1.xml").match(/<row /g).length, 2);
  await page.goto("/van-phong/nhat-ky?action=record.export");
  await page.getByRole("status").getByText("2 dòng").waitFor();
});

journey("sessions are listed, and one that is ended is out at once", { demo: true, expected: refused }, async ({ page, context, server }) => {
  await signIn(page, server, "head");
  const elsewhere = await context.browser().newContext({ baseURL: server.url, userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" });
  try {
    const other = await elsewhere.newPage();
    await signIn(other, server, "head");
    await page.goto("/van-phong/tai-khoan");
    const sessions = page.locator(".session");
    await sessions.nth(1).waitFor();
    assert.equal(await sessions.count(), 2);
    assert.equal(await sessions.filter({ hasText: "phiên này" }).count(), 1);
    await stands(page);
    await page.getByRole("button", { name: /Kết thúc phiên trên Firefox/ }).click();
    await noted(page, "Đã kết thúc");
    await page.waitForFunction(() => document.querySelectorAll(".session").length === 1);
    await other.goto("/van-phong/don-vi");
    await other.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    assert.equal(await other.locator(".who, table").count(), 0);
  } finally {
    await elsewhere.close();
  }
  await page.goto("/van-phong/don-vi");
  await page.locator(".list[aria-busy=false]").waitFor();
});
