// Invited people at a phone's width: a list with faults and without, its links, one person put right,
// and a link that is answered once.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { begin, on, row, send } from "./ballot.mjs";
import { refused, signIn } from "./staff.mjs";
import { journey } from "./world.mjs";

/// What is refused on the way is on the browser's console as well.
const expected = new RegExp(`${refused.source}|status of (409|422)`);
const PEOPLE = "/van-phong/dot-khao-sat/nhanh/nguoi-duoc-moi";
const file = (text) => ({ name: "nguoi.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
const settled = (page) => page.locator(".list[aria-busy=false]").waitFor();
const narrow = (page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

journey("a list is checked, taken, handed out, and one person put right and erased", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/dot-khao-sat/nhanh");
  await page.getByRole("link", { name: "Người được mời" }).click();
  await page.getByText("Chưa có dòng nào.").waitFor();
  await page.getByRole("button", { name: "Tải lên" }).click();
  await page.getByRole("alert").getByText("Chưa chọn “Tệp”.").waitFor();
  await page.getByLabel("Tệp").setInputFiles(file("họ tên,điện thoại,mã hồ sơ\nAn,12,X-1\nBình,,X-2\n"));
  await page.getByRole("button", { name: "Kiểm tra trước" }).click();
  await page.getByText("Dòng 2, cột phone").waitFor();
  await page.getByText("Dòng 3, cột phone").waitFor();
  await page.getByLabel("Tệp").setInputFiles(file("họ tên,điện thoại,mã hồ sơ\nAn Thử,0900000301,X-1\nBình Thử,+84 900 000 302,X-2\n"));
  await page.getByRole("button", { name: "Kiểm tra trước" }).click();
  await page.getByText("Tệp không có lỗi: 2 người.").waitFor();
  await page.getByRole("button", { name: "Tải lên" }).click();
  await page.getByText("Đã nhận 2 người.").waitFor();
  await settled(page);
  await page.getByText("0900000302").waitFor();
  assert.ok(await narrow(page), "nothing sticks out at 360 px");
  await page.getByLabel("Tìm kiếm").fill("84 900.000.301");
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText(/^1 dòng/).waitFor();
  await settled(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Tải danh sách đường dẫn" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  const [link, ...others] = text.match(/\/s\/nhanh\?t=[0-9A-Z]{28}/g);
  assert.equal(others.length, 0, "as far as was searched");
  await page.locator(".list tbody th a").click();
  await page.getByRole("heading", { name: /Người được mời [0-9A-Z-]{17}/ }).waitFor();
  await page.getByLabel("Điện thoại").fill("12");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("link", { name: /“Điện thoại” – không phải số di động/ }).waitFor();
  await page.getByLabel("Điện thoại").fill("0900 000 399");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("status").getByText("Đã lưu").waitFor();
  await page.locator("dd", { hasText: "0900000399" }).waitFor();
  assert.ok(await narrow(page), "nothing sticks out at 360 px");
  await page.getByText("Xóa theo yêu cầu của người dân").click();
  await page.getByRole("button", { name: "Xóa người này" }).click();
  await page.getByText("Đã xóa.").waitFor();
  await page.waitForURL(`**${PEOPLE}`);
  await page.getByRole("status").getByText(/^1 dòng/).waitFor();
  assert.equal((await fetch(server.url + link)).status, 404, "the link ended with its person");
});

journey("a link is answered once, and leaves no token behind on the device", { demo: true, expected }, async ({ page, server, context }) => {
  await signIn(page, server, "office", PEOPLE);
  await page.getByLabel("Tệp").setInputFiles(file("phone\n0900000310\n"));
  await page.getByRole("button", { name: "Tải lên" }).click();
  await page.getByText("Đã nhận 1 người.").waitFor();
  const text = await (await context.request.get(`/api/v1/office/campaigns/nhanh/invitees.csv`)).text();
  const [link] = text.match(/\/s\/nhanh\?t=[0-9A-Z]{28}/);
  const token = link.split("=")[1];
  const person = await context.newPage();
  await person.goto(link);
  // The dossier is not known to be about anything, so the person is asked.
  await person.locator(".doors a").first().click();
  await begin(person);
  await row(person, "O1", "4").click();
  const kept = () => person.evaluate(() => JSON.stringify(localStorage));
  await person.waitForFunction(() => localStorage.length > 0);
  assert.ok(!(await kept()).includes(token), "a draft is kept without the token");
  const spoken = person.waitForResponse("**/api/v1/ballots");
  for (const code of ["A0", "B0", "C0", "D0", "E0"]) {
    await on(person, code);
    await row(person, code, "4").click();
  }
  await on(person);
  await send(person).click();
  const reply = await spoken;
  assert.equal(reply.status(), 201);
  assert.ok(!(await reply.request().allHeaders()).referer?.includes(token), "no address with it is told");
  await person.locator("#thanks").waitFor();
  assert.ok(!(await kept()).includes(token) && !person.url().includes(token), "nothing is left of it");
  await person.goto(link);
  await person.getByText("Lời mời này đã được trả lời").waitFor();
});
