// A session that ends while something is typed: the same person finds it again, nobody else does.
import assert from "node:assert/strict";
import { enter, noted, settled, signIn } from "./staff.mjs";
import { journey } from "./world.mjs";

const expected = /status of (401|409|422)/;
const DESK = { viewport: { width: 1440, height: 900 } };
const stored = (page) => page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)]));

/// The session ends, as it does on a server that forgot it; the page does not know yet.
const endSession = (context) => context.clearCookies();

async function signInAgain(page, server, role) {
  await page.getByText("Phiên làm việc đã hết").waitFor();
  await enter(page, `demo.${role}`, server.staff[role]);
  await page.locator(".who").waitFor();
}

/// A campaign, typed but not sent.
async function type(page, code) {
  await page.getByLabel("Mã", { exact: true }).fill(code);
  await page.getByLabel("Tiêu đề tiếng Việt").fill("Đợt gõ dở");
  await page.getByLabel("Bộ phiếu").selectOption("quick/1");
  await page.getByLabel("Từ ngày").fill("2026-01-01");
  await page.getByLabel("Mã QR tại quầy").check();
}

journey("what was typed is sent once the same person has signed in again", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/them/dot-khao-sat");
  await type(page, "go-do");
  await endSession(context);
  await page.getByRole("button", { name: "Tạo đợt khảo sát" }).click();
  await page.getByText("được giữ lại").waitFor();
  assert.ok(!(await stored(page)).includes("Đợt gõ dở"), "it lies in the page's memory alone");
  await signInAgain(page, server, "office");
  await noted(page, "Đã lưu");
  await page.waitForURL("**/dot-khao-sat/go-do");
  assert.equal((await fetch(`${server.url}/s/go-do`)).status, 200);
  // A change of what is there already, in the middle of the page.
  await settled(page);
  await page.getByLabel("Tiêu đề tiếng Việt").fill("Đợt gõ xong");
  await endSession(context);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await signInAgain(page, server, "office");
  await page.locator("#campaign .said").getByText("Đã lưu").waitFor();
  assert.ok((await (await fetch(`${server.url}/s/go-do`)).text()).includes("Đợt gõ xong"));
});

journey("the page loaded anew at the door loses nothing either, and leaves nothing lying", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/them/dot-khao-sat");
  await type(page, "tai-lai");
  await endSession(context);
  await page.getByRole("button", { name: "Tạo đợt khảo sát" }).click();
  await page.getByText("được giữ lại").waitFor();
  await page.reload();
  await page.getByLabel("Tên đăng nhập").waitFor();
  assert.ok(!(await stored(page)).includes("Đợt gõ dở"), "taken out of the storage at once");
  await enter(page, "demo.office", server.staff.office);
  await page.waitForURL("**/dot-khao-sat/tai-lai");
  await noted(page, "Đã lưu");
});

journey("nobody else finds what was typed, and nothing is sent in their name", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/them/kho-khan");
  const secret = "Bà Nguyễn Thị Lan 0912345678 phàn nàn";
  await page.getByLabel("Nội dung").fill(secret);
  await page.getByLabel("Đơn vị").selectOption("QLTM");
  await page.getByLabel("Người phụ trách").fill("Trưởng phòng");
  await page.getByLabel("Thời hạn").fill("2026-12-31");
  await endSession(context);
  const sent = [];
  await page.getByRole("button", { name: "Ghi khó khăn" }).click();
  await page.getByText("được giữ lại").waitFor();
  page.on("request", (asked) => asked.method() === "POST" && sent.push(asked.url()));
  await signInAgain(page, server, "head");
  await page.getByRole("heading", { name: "Ghi khó khăn" }).waitFor();
  assert.equal(await page.getByLabel("Nội dung").inputValue(), "");
  assert.ok(!(await page.content()).includes("0912345678"));
  assert.ok(sent.every((url) => !url.includes("difficulties")), sent.join());
  // Not even for the first one, once somebody else was here.
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await enter(page, "demo.office", server.staff.office);
  await page.locator(".who").waitFor();
  await page.goto("/van-phong/them/kho-khan");
  await page.getByLabel("Nội dung").waitFor();
  assert.equal(await page.getByLabel("Nội dung").inputValue(), "");
  assert.ok(!(await stored(page)).includes("0912345678"));
});

journey("somebody else's change meanwhile is not written over", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/diem-tiep-nhan/quay-1");
  await page.getByLabel("Tên tiếng Việt").fill("Quầy của tôi");
  const cookies = await context.cookies();
  await endSession(context);
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.getByText("được giữ lại").waitFor();
  await context.addCookies(cookies);
  const other = await context.newPage();
  await other.goto("/van-phong/diem-tiep-nhan/quay-1");
  await other.getByLabel("Tên tiếng Việt").fill("Quầy của người khác");
  await other.getByRole("button", { name: "Lưu", exact: true }).click();
  await other.locator("#point .said").getByText("Đã lưu").waitFor();
  await other.close();
  await signInAgain(page, server, "office");
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Tên tiếng Việt").inputValue(), "Quầy của tôi", "what was typed stays in view");
  const points = await page.evaluate(async () => (await fetch("/api/v1/office/service-points/quay-1")).json());
  assert.equal(points.name.vi, "Quầy của người khác");
});

journey("what was typed in another form of the page is found again, unsent; passwords are not", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/tai-khoan");
  await page.getByLabel("Mật khẩu hiện tại").first().fill("mat-khau-cu-cua-toi");
  await endSession(context);
  await page.locator("#password .send").click();
  await page.locator("#password-faults").waitFor();
  await page.getByLabel("Mật khẩu mới").fill("mot cau dai de nho 99");
  await page.getByLabel("Nhập lại mật khẩu").fill("mot cau dai de nho 99");
  await page.locator("#password .send").click();
  await page.getByText("Phiên làm việc đã hết").waitFor();
  await page.reload();
  await page.getByLabel("Tên đăng nhập").waitFor();
  assert.ok(!/mat-khau|mot cau/.test(await stored(page)));
});

journey("a file that was on its way is taken once the same person is back", { demo: true, expected, ...DESK }, async ({ page, context, server }) => {
  await signIn(page, server, "office", "/van-phong/dot-khao-sat/nhanh/nguoi-duoc-moi");
  await settled(page);
  await page.getByLabel("Tệp").setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("phone\n0900000777\n") });
  await endSession(context);
  await page.getByRole("button", { name: "Tải lên" }).click();
  await signInAgain(page, server, "office");
  await page.getByText("Đã nhận 1 người.").waitFor();
});
