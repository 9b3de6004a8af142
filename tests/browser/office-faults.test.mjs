// What is wrong with a form is told all at once, each fault with its field as the form labels it.
import assert from "node:assert/strict";
import { enter, refused, settled, signIn, stands } from "./staff.mjs";
import { journey, serve, visit } from "./world.mjs";
import { after, before, test } from "node:test";

const expected = /status of (401|404|422)/;
const faultsOf = (page, form) => page.locator(`#${form}-faults li`).allTextContents();

/// Empties a form, sends it, and says what it tells: each line, and what its field is called.
async function sendEmpty(page, id) {
  const form = page.locator(`form#${id}`);
  for (const field of await form.locator("input[type=text]:visible, input[type=date]:visible, input[type=password]:visible, textarea:visible").all()) await field.fill("");
  for (const field of await form.locator("select:visible:has(option[value=''])").all()) await field.selectOption("");
  await form.locator(".send").click();
  await page.locator(`#${id}-faults`).waitFor();
  return page.locator(`#${id}-faults li a`).evaluateAll((links) => links.map((link) => {
    const field = document.getElementById(link.hash.slice(1));
    const label = field?.matches("fieldset") ? field.querySelector("legend") : document.querySelector(`label[for='${field?.id}']`);
    const beside = document.getElementById(`${field?.id}-fault`)?.textContent;
    return { says: link.textContent, label: label?.textContent, beside };
  }));
}

/// Every form that can be left with too little in it, by the role that uses it.
const FORMS = {
  office: [
    ["/them/dot-khao-sat", "campaign", 4], ["/dot-khao-sat/nhanh", "campaign", 2], ["/them/thu-tuc", "procedure", 3],
    ["/thu-tuc/2.000004", "procedure", 2], ["/them/diem-tiep-nhan", "point", 3], ["/diem-tiep-nhan/quay-1", "point", 2],
    ["/them/muc-tieu", "target", 3], ["/them/kho-khan", "difficulty", 4], ["/them/phoi-hop", "request", 4], ["/tai-khoan", "password", 3],
  ],
  administrator: [
    ["/them/don-vi", "unit", 3], ["/don-vi/QLTM/phien-ban", "version", 3], ["/don-vi/QLTM/phien-ban/2016-01-01", "version", 1],
    ["/sap-nhap", "merger", 3], ["/don-vi/QLTM/tach", "split", 2], ["/them/nguoi-dung", "invite", 3],
    ["/nguoi-dung/demo.head", "account", 1], ["/them/khoa", "key", 3], ["/them/chuong-trinh", "webhook", 2], ["/cai-dat", "settings", 8],
    ["/tai-khoan/hai-buoc", "begin", 1], ["/tai-khoan/ma-khoi-phuc", "codes", 2],
  ],
};

let demo;
before(async () => { demo = await serve({ demo: true }); });
after(() => demo.stop());

for (const [role, forms] of Object.entries(FORMS)) {
  test(`every form of the ${role} names each field that is missing, all at once`, { timeout: 300_000 }, async () => {
    await visit(demo, { expected, viewport: { width: 1440, height: 900 } }, async (page) => {
      await signIn(page, demo, role);
      for (const [path, id, least] of forms) {
        await page.goto(`/van-phong${path}`);
        await settled(page);
        const told = await sendEmpty(page, id);
        assert.ok(told.length >= least, `${path}: ${JSON.stringify(told)}`);
        for (const { says, label, beside } of told) {
          assert.ok(label && says.includes(`${label}”`), `${path}: ${says} names ${label}`);
          assert.equal(beside, says, "the same words stand beside the field");
        }
        assert.equal(await page.locator("form:not([novalidate])").count(), 0, "nothing is left to the browser's own bubble");
      }
    });
  });
}

journey("names and passwords that are missing are told at the door", { demo: true, expected: refused }, async ({ page }) => {
  await page.goto("/van-phong");
  await enter(page, "", "");
  await page.locator("#sign-in-faults").waitFor();
  assert.deepEqual(await faultsOf(page, "sign-in"), ["Chưa nhập “Tên đăng nhập”.", "Chưa nhập “Mật khẩu”."]);
  await page.goto("/van-phong?lang=en");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.locator("#sign-in-faults").waitFor();
  assert.deepEqual(await faultsOf(page, "sign-in"), ["“Account name” is empty.", "“Password” is empty."]);
});

journey("what the server finds is told in the words of the browser's own check, in the field's own units", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/them/muc-tieu");
  await page.getByLabel("Năm").fill("hai nghìn");
  await page.getByLabel("Mức phải đạt (%)").fill("190");
  await page.getByRole("button", { name: "Đặt mục tiêu" }).click();
  await page.locator("#target-faults").waitFor();
  const told = await faultsOf(page, "target");
  assert.equal(told.length, 3, "the number, the share and the basis");
  assert.match(told[0], /^“Năm” – cần một số nguyên/);
  assert.match(told[1], /^“Mức phải đạt \(%\)” – cần một tỷ lệ từ 0 đến 100 %/);
  assert.equal(told[2], "Chưa nhập “Căn cứ”.");
  await stands(page);
  // What only the server can know is told like the rest.
  await page.goto("/van-phong/them/thu-tuc");
  await page.getByLabel("Mã", { exact: true }).fill("2.000004");
  await page.getByLabel("Tên tiếng Việt").fill("Thủ tục thử");
  await page.getByLabel("Từ ngày").fill("2026-01-01");
  await page.getByRole("button", { name: "Thêm thủ tục" }).click();
  await page.locator("#procedure-faults").waitFor();
  assert.match((await faultsOf(page, "procedure"))[0], /^“Mã” – đã có người dùng tên hoặc mã này/);
  // Together with what this page sees itself, not afterwards; and optional fields say that they are.
  await page.getByLabel("Tên tiếng Việt").fill("");
  await page.getByRole("button", { name: "Thêm thủ tục" }).click();
  await page.locator("#procedure-faults li").nth(1).waitFor();
  const both = await faultsOf(page, "procedure");
  assert.match(both[0], /^“Mã” – đã có người dùng/);
  assert.equal(both[1], "Chưa nhập “Tên tiếng Việt”.");
  const optional = await page.locator("label", { hasText: "(không bắt buộc)" }).allTextContents();
  assert.deepEqual(optional.map((it) => it.split(" (")[0]), ["Tên tiếng Anh", "Lĩnh vực", "Thời hạn", "Đến hết ngày", "Ghi chú cho người đọc"]);
  // The same body sent past the browser's check is told by the server in the same words.
  const body = { indicator: "satisfaction", unit: null, year: 2026, value: 19_000, basis: "x" };
  const reply = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json", "accept-language": "vi" };
    return (await fetch("/api/v1/office/targets", { method: "POST", headers, body: JSON.stringify(body) })).json();
  }, body);
  assert.ok(told[1].toLowerCase().endsWith(reply.faults[0].message.toLowerCase()), reply.faults[0].message);
});

journey("a day that is half typed is told by its field, in forms and above lists", { demo: true, expected }, async ({ page, server }) => {
  await signIn(page, server, "office", "/van-phong/them/kho-khan");
  await page.getByLabel("Thời hạn").pressSequentially("31");
  await page.getByRole("button", { name: "Ghi khó khăn" }).click();
  await page.locator("#difficulty-faults").waitFor();
  const told = await faultsOf(page, "difficulty");
  assert.equal(told.length, 4, "the other three are told as well");
  assert.match(told[3], /^“Thời hạn” – ngày chưa đủ/);
  await page.goto("/van-phong/y-kien");
  await settled(page);
  await page.locator(".filters summary").click();
  await page.getByLabel("Từ ngày").pressSequentially("31");
  await page.locator(".filters summary").click();
  await page.getByRole("button", { name: "Tìm", exact: true }).click();
  await page.locator("#list-faults:focus").waitFor();
  assert.match(await page.locator("#list-faults li").textContent(), /^“Từ ngày” – ngày chưa đủ/);
  assert.equal(new URL(page.url()).search, "", "nothing was asked");
  await page.goto("/van-phong/y-kien?from=2026-02-02&to=2026-02-01");
  await page.locator("#list-faults a").waitFor();
  assert.match(await page.locator("#list-faults a").textContent(), /^“Đến ngày” – /);
  await stands(page);
});
