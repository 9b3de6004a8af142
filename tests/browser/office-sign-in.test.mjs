// Coming in: what each role may do, wrong passwords, the second factor, invitations, going out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, offered, refused, signIn, totp } from "./staff.mjs";
import { journey, serve, visit } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
const BOOKS = [
  ...["Đợt khảo sát", "Đơn vị", "Thủ tục"],
  ...["Điểm tiếp nhận", "Lịch làm việc", "Mục tiêu"],
];
const REGISTER = ["Hộp việc", "Số liệu góp ý", "Đề nghị phối hợp", "Bài học", "Khó khăn, vướng mắc"];
/// What the menu offers to each role, and nothing else.
const MENUS = {
  reception: ["Tổng quan", "Số liệu chi tiết", ...REGISTER, ...BOOKS],
  handler: ["Tổng quan", "Ý kiến", "Số liệu chi tiết", ...REGISTER, ...BOOKS],
  head: ["Tổng quan", "Ý kiến", "Số liệu chi tiết", ...REGISTER, "Mẫu trả lời", ...BOOKS, "Người dùng"],
  office: ["Tổng quan", "Ý kiến", "Số liệu chi tiết", ...REGISTER, "Mẫu trả lời", ...BOOKS],
  inspector: ["Tổng quan", "Ý kiến", "Số liệu chi tiết", ...REGISTER, ...BOOKS, "Người dùng", "Chờ xác nhận", "Nhật ký"],
  leadership: ["Tổng quan", "Ý kiến", "Số liệu chi tiết", ...REGISTER, ...BOOKS, "Chờ xác nhận"],
  administrator: ["Tổng quan", ...BOOKS, "Người dùng", "Khóa truy cập", "Thông báo", "Cài đặt"],
  viewer: ["Tổng quan", "Số liệu chi tiết", ...BOOKS],
};

test("each role finds in the menu what it may do and nothing else", { timeout: 300_000 }, async () => {
  const server = await serve({ demo: true });
  try {
    for (const [role, menu] of Object.entries(MENUS)) {
      await visit(server, { ...DESK, expected: refused }, async (page) => {
        await signIn(page, server, role);
        await page.locator("#menu a").first().waitFor();
        assert.deepEqual(await offered(page), menu, role);
        // What is not offered says why, and asks the server for nothing.
        const calls = [];
        page.on("request", (asked) => calls.push(asked.url()));
        const path = menu.includes("Nhật ký") ? "/van-phong/cai-dat" : "/van-phong/nhat-ky";
        await page.goto(path);
        await page.getByText("Vai trò của bạn không dùng trang này").waitFor();
        assert.ok(!calls.some((url) => /office\/(record|settings)/.test(url)), role);
      });
    }
  } finally {
    await server.stop();
  }
});

journey("the session's cookie is ours alone, and hidden from scripts", { demo: true, expected: refused }, async ({ page, context, server }) => {
  await signIn(page, server, "viewer");
  const cookies = await context.cookies();
  const session = cookies.find(({ name }) => name === "__Host-hailong");
  assert.ok(session.httpOnly && session.secure && session.path === "/", JSON.stringify(session));
  assert.equal(await page.evaluate(() => document.cookie), "");
});

journey("a wrong password is told at the form, and what was typed stays", { demo: true, expected: /status of (401|422)/ }, async ({ page, server }) => {
  await page.goto("/van-phong/don-vi?q=phong&sort=-name");
  await enter(page, "demo.office", "wrong password");
  const summary = page.locator("#sign-in-faults");
  await summary.waitFor();
  await page.locator("#sign-in-faults:focus").waitFor();
  assert.equal(await page.getByLabel("Tên đăng nhập").inputValue(), "demo.office");
  await summary.getByRole("link").click();
  await page.locator("#sign-in-password:focus").waitFor();
  assert.equal(await page.locator("#sign-in-password").getAttribute("aria-invalid"), "true");
  await enter(page, "demo.office", server.staff.office);
  await page.getByRole("heading", { name: "Đơn vị" }).waitFor();
  assert.equal(new URL(page.url()).search, "?q=phong&sort=-name");
});

for (const next of ["//evil.example", "https://evil.example/van-phong/", "/s/nhanh", "/van-phong/../s/nhanh"]) {
  journey(`after signing in nobody is sent to ${next}`, { demo: true, expected: refused }, async ({ page, server }) => {
    await signIn(page, server, "viewer", `/van-phong/dang-nhap?next=${encodeURIComponent(next)}`);
    await page.waitForURL("**/van-phong");
    assert.equal(page.url(), `${server.url}/van-phong`);
  });
}

journey("signed out, nothing is shown any more, also not by going back", { demo: true, expected: refused }, async ({ page, server }) => {
  await signIn(page, server, "inspector", "/van-phong/nhat-ky");
  await page.locator(".entry", { hasText: "demo.inspector đăng nhập" }).first().waitFor();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  assert.equal(await page.locator(".who, table, .entry").count(), 0);
});

journey("a second factor is set up by scanning, and asked for from then on", { demo: true, expected: /status of (401|422)/ }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/tai-khoan");
  await page.getByRole("link", { name: "Thiết lập xác thực hai bước" }).click();
  await page.getByLabel("Mật khẩu hiện tại").fill(server.staff.office);
  await page.getByRole("button", { name: "Bắt đầu" }).click();
  const picture = page.getByRole("img", { name: "Mã QR" });
  await picture.waitFor();
  // Fails if it is no picture.
  await picture.evaluate((it) => it.decode());
  const secret = await page.locator(".code").textContent();
  await page.getByLabel("Mã 6 chữ số").fill("000000");
  await page.getByRole("button", { name: "Bật xác thực" }).click();
  await page.locator("#prove-faults").waitFor();
  await page.getByLabel("Mã 6 chữ số").fill(totp(secret));
  await page.getByRole("button", { name: "Bật xác thực" }).click();
  await page.locator("#recovery:focus").waitFor();
  const codes = await page.locator(".codes li").allTextContents();
  assert.ok(codes.length >= 8 && new Set(codes).size === codes.length, codes.join());
  await page.getByRole("button", { name: "Tôi đã cất" }).click();
  await page.getByText("Đang bật").waitFor();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await enter(page, "demo.office", server.staff.office);
  await page.getByRole("heading", { name: "Nhập mã xác thực" }).waitFor();
  await page.reload();
  // A step opens once, so the app's next code is the first that opens.
  await page.getByLabel("Mã xác thực").fill(totp(secret, Date.now() + 30_000));
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.locator(".who").waitFor();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await enter(page, "demo.office", server.staff.office);
  await page.getByLabel("Mã xác thực").fill(codes[0]);
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.locator(".who").waitFor();
});

journey("an invited colleague chooses a password and comes in", { demo: true, expected: /status of (401|404|422)/ }, async ({ page, server }) => {
  await signIn(page, server, "administrator", "/van-phong/them/nguoi-dung");
  await page.getByRole("button", { name: "Tạo lời mời" }).click();
  assert.equal(await page.locator("#invite-faults li").count(), 3);
  await page.getByLabel("Họ và tên").fill("Ngô Thị Mới");
  await page.getByLabel("Tên đăng nhập").fill("ngo.moi");
  await page.getByLabel("Vai trò").selectOption("handler");
  await page.getByLabel("Đơn vị").selectOption("QLTM");
  await page.getByRole("button", { name: "Tạo lời mời" }).click();
  const link = await page.locator(".code").textContent();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await page.goto(new URL(link).pathname);
  await page.getByText("Ngô Thị Mới").waitFor();
  const password = "một câu dài dễ nhớ 2026";
  await page.getByLabel("Mật khẩu mới").fill(password);
  await page.getByLabel("Nhập lại mật khẩu").fill("khác");
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await page.locator("#choose-faults").waitFor();
  await page.getByLabel("Nhập lại mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đặt mật khẩu" }).click();
  await page.getByText("Đã đặt mật khẩu").waitFor();
  await enter(page, "ngo.moi", password);
  await page.getByRole("link", { name: "Ngô Thị Mới" }).waitFor();
  assert.deepEqual(await page.locator(".who span").allTextContents(), ["Cán bộ xử lý", "Phòng Quản lý thương mại"]);
  await page.goto(new URL(link).pathname);
  await page.getByText("Không có mục này").waitFor();
});
