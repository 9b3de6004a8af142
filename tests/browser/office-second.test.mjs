// The second person: what an administrator asks for, who agrees to it, and what the owner is told.
import assert from "node:assert/strict";
import { enter, noted, signIn, stands } from "./staff.mjs";
import { journey } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const expected = /status of (401|404|422)/;
const STATE = "Chờ người thứ hai xác nhận";

async function leave(page) {
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
}

journey("a new link waits for a second person, and its owner is told", { demo: true, expected, ...DESK }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/nguoi-dung/demo.handler");
  await page.getByText("Gửi lời mời mới").click();
  await page.getByRole("button", { name: "Tạo lời mời mới" }).click();
  const link = new URL(await page.locator(".code").textContent()).pathname;
  await page.getByText(`${STATE}.`).waitFor();
  await page.reload();
  await page.locator(".pill", { hasText: STATE }).waitFor();
  await stands(page);
  await leave(page);
  await page.goto(link);
  await page.getByText("Không có mục này").waitFor();

  await signIn(page, server, "handler");
  const notice = page.locator("section", { has: page.locator("#notices-heading") });
  await notice.getByText("đang chờ người thứ hai xác nhận").waitFor();
  assert.match(await notice.textContent(), /Đỗ Văn Quản Trị \(demo\.administrator\)/);
  await stands(page);
  await notice.getByRole("button", { name: "Tôi đã biết" }).click();
  await page.locator("#heading:focus").waitFor();
  await notice.waitFor({ state: "detached" });
  await leave(page);

  await signIn(page, server, "inspector");
  await page.locator(".work").getByText("1 việc chờ xác nhận").waitFor();
  await page.locator(".work").getByRole("link", { name: "Chờ xác nhận" }).click();
  await page.locator(".cards li").waitFor();
  assert.match(await page.locator(".cards li").textContent(), /đặt lại mật khẩu.*Lê Văn Thụ Lý \(demo\.handler\)/);
  await stands(page);
  await page.getByRole("button", { name: "Xác nhận", exact: true }).click();
  await noted(page, "Đã xác nhận.");
  await page.getByText("Không có việc nào chờ bạn xác nhận.").waitFor();
  await leave(page);

  await page.goto(link);
  const password = "một câu dài dễ nhớ 2026";
  await page.getByLabel("Mật khẩu mới").fill(password);
  await page.getByLabel("Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await page.getByText("Đã đặt mật khẩu").waitFor();
  await page.goto("/van-phong");
  await enter(page, "demo.handler", password);
  await notice.getByText(/đã được xác nhận – Hoàng Văn Thanh Tra/).waitFor();
});

journey("an inspector who was refused is shut out, and the refusal asks first", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/nguoi-dung/demo.viewer");
  await page.getByLabel("Vai trò").selectOption("inspector");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.locator(".pill", { hasText: STATE }).waitFor();
  await page.goto("/van-phong/nguoi-dung");
  await page.locator(".list tbody tr", { hasText: "demo.viewer" }).getByText(STATE).waitFor();
  await stands(page);
  await leave(page);
  await signIn(page, server, "leadership", "/van-phong/xac-nhan");
  await page.getByRole("button", { name: "Từ chối", exact: true }).click();
  await page.getByText("Tài khoản bị khóa.").waitFor();
  await stands(page);
  await page.locator(".asked .confirm").click();
  await noted(page, "Đã từ chối.");
  await leave(page);
  await page.goto("/van-phong");
  await enter(page, "demo.viewer", server.staff.viewer);
  await page.locator("#sign-in-faults").waitFor();
});
