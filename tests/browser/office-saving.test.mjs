// What was done is said where it was done; paging begins at the top.
import assert from "node:assert/strict";
import { dayIn, refused, settled, signIn, stands } from "./staff.mjs";
import { journey, PHONE } from "./world.mjs";

const expected = /status of (401|422)/;

/// What is said beside a form's button, and whether it is near it and announced.
async function saidBeside(page, form, text) {
  const said = page.locator(`#${form} .said[role=status]`);
  await said.getByText(text).waitFor();
  const [note, button] = await Promise.all([said, page.locator(`#${form}-send`)].map((it) => it.boundingBox()));
  assert.ok(Math.abs(note.y - button.y) < 80, `${form}: ${note.y} beside ${button.y}`);
  assert.ok(note.y >= 0 && note.y < page.viewportSize().height, "it is in view");
}

const FORMS = {
  office: [["/dot-khao-sat/nhanh", "campaign", "Lưu"], ["/thu-tuc/2.000004", "procedure", "Lưu"], ["/diem-tiep-nhan/quay-1", "point", "Lưu"], ["/lich?nam=2027", "calendar", "Lưu"]],
  administrator: [["/nguoi-dung/demo.head", "account", "Lưu"], ["/cai-dat", "settings", "Lưu"]],
};

for (const [role, forms] of Object.entries(FORMS)) {
  journey(`“Đã lưu” stands beside the button of every form (${role})`, { demo: true, expected }, async ({ page, server }) => {
    await signIn(page, server, role);
    for (const [path, form, button] of forms) {
      await page.goto(`/van-phong${path}`);
      await settled(page);
      const send = page.locator(`#${form}`).getByRole("button", { name: button, exact: true });
      await send.focus();
      await page.keyboard.press("Enter");
      await saidBeside(page, form, "Đã lưu");
      await page.locator(`#${form}-send:focus`).waitFor();
      assert.equal(await page.locator("#note").textContent(), "", "it is said once");
      await stands(page);
    }
  });
}

journey("where the form is gone, what it did is said at the top, in view", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/them/kho-khan");
  await page.getByLabel("Nội dung").fill("Thiếu phần mềm ".repeat(60));
  await page.getByLabel("Đơn vị").selectOption("QLTM");
  await page.getByLabel("Người phụ trách").fill("Trưởng phòng");
  await page.getByLabel("Thời hạn").fill(dayIn(9));
  await page.getByRole("button", { name: "Ghi khó khăn" }).click();
  await page.locator("#note").getByText("Đã lưu").waitFor();
  await page.locator(".list tbody a").first().click();
  await page.getByLabel("Kết quả, quyết định").fill("Đã mua");
  await page.getByRole("button", { name: "Kết thúc", exact: true }).click();
  await page.getByRole("button", { name: "Xác nhận kết thúc" }).click();
  const note = page.locator("#note");
  await note.getByText("Đã kết thúc").waitFor();
  const { y } = await note.boundingBox();
  assert.ok(y >= 0 && y < PHONE.height, `${y}`);
});

journey("another page of a list begins at its top, with the focus there", { demo: true, expected: refused }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/y-kien");
  await settled(page);
  for (const [link, at] of [["Trang sau", "2"], ["Trang sau", "3"], ["Trang trước", "2"]]) {
    await page.getByRole("link", { name: link }).click();
    await page.waitForURL(`**/y-kien?page=${at}`);
    await page.locator("#list:focus").waitFor();
    await page.waitForFunction(() => Math.abs(document.querySelector("#list").getBoundingClientRect().top) < 60);
  }
  // A search is no other page: the focus stays in the search.
  await page.getByLabel("Tìm kiếm").fill("tốt");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/y-kien?q=t%E1%BB%91t");
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
});
