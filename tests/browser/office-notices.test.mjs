// Notices: the page says that nothing is sent here; a program is added, its secret shown once, and taken away.
import assert from "node:assert/strict";
import { press, refused, signIn, stands, typeAt } from "./staff.mjs";
import { journey } from "./world.mjs";

const expected = /status of (401|422)/;

journey("by keyboard alone: a program is added, its secret shown once, and called no more", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/thong-bao");
  await page.getByText("Chưa đặt máy chủ thư").waitFor();
  await stands(page);
  await press(page, "Tab", "a[href='/van-phong/chuong-trinh']");
  await page.keyboard.press("Enter");
  await page.getByText("Thêm khi có cổng Zalo").waitFor();
  await press(page, "Tab", "a[href='/van-phong/them/chuong-trinh']");
  await page.keyboard.press("Enter");
  await page.locator("#heading:focus").waitFor();
  await stands(page);
  await typeAt(page, "#webhook-label", "Cổng tin nhắn");
  await typeAt(page, "#webhook-url", "https://127.0.0.1/vao");
  await page.keyboard.press("Enter");
  await page.locator("#webhook-faults:focus").waitFor();
  await press(page, "Tab", "#webhook-url");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("https://cong.example.vn/vao");
  await page.keyboard.press("Enter");
  await page.locator("#once:focus").waitFor();
  const secret = await page.locator(".code").textContent();
  assert.match(secret, /^whsec_\S{40,}$/);
  await press(page, "Tab", ".links a");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("1 dòng").waitFor();
  assert.ok(!(await page.content()).includes(secret.slice(6)), "gone");
  await press(page, "Tab", ".list tbody a");
  await page.keyboard.press("Enter");
  await page.locator(".pill.on", { hasText: "Đang gọi" }).waitFor();
  await stands(page);
  await page.getByText("Thôi gọi chương trình này").click();
  await page.getByRole("button", { name: "Thôi gọi" }).click();
  await page.locator(".pill.off", { hasText: "Thôi gọi" }).waitFor();
});

journey("somebody says where the digest goes, and is told where that is no address", { demo: true, expected: refused }, async ({ page, server }) => {
  await signIn(page, server, "head", "/van-phong/tai-khoan");
  await page.locator("#mail-address").fill("khong phai");
  await page.locator("#mail-address").press("Enter");
  await page.locator("#mail-faults:focus").waitFor();
  await page.locator("#mail-address").fill("to.truong@so.example.vn");
  await page.locator("#mail-address").press("Enter");
  await page.getByText("Đã lưu.").waitFor();
  await page.reload();
  await page.waitForFunction(() => document.querySelector("#mail-address")?.value === "to.truong@so.example.vn");
  await stands(page);
});
