// The chapters of the office: each has a bundle of its own, and is light enough on the first visit.
import assert from "node:assert/strict";
import { enter, press, refused, settled, signIn, stands } from "./staff.mjs";
import { journey } from "./world.mjs";

const HEAVIEST = 250_000;
/// A page of each chapter, another of the same, and who sees both; of a case only its list knows the address.
const CHAPTERS = {
  figures: ["/van-phong", "/van-phong/so-lieu-gop-y", "handler"],
  details: ["/van-phong/chi-so", "/van-phong/y-kien", "office"],
  goals: ["/van-phong/muc-tieu", "/van-phong/kho-khan", "office"],
  books: ["/van-phong/don-vi?q=phong", "/van-phong/thu-tuc", "administrator"],
  feedback: ["/van-phong/gop-y?tab=unit", "gop-y/", "office"],
  people: ["/van-phong/nguoi-dung", "/van-phong/cai-dat", "administrator"],
};

/// The bundles that the page asks for from now on.
function bundles(page) {
  const asked = new Set();
  page.on("request", (request) => {
    const bundle = request.url().match(/office-(\w+)\.wasm$/);
    if (bundle) asked.add(bundle[1]);
  });
  return asked;
}

for (const [chapter, [first, known, role]] of Object.entries(CHAPTERS)) {
  journey(`${chapter}: signed in from there, back there, at most ${HEAVIEST} bytes, and no reload inside`, { demo: true, expected: refused }, async ({ page, context, server, note }) => {
    const cdp = await context.newCDPSession(page);
    await cdp.send("Network.enable");
    let bytes = 0;
    cdp.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
    const asked = bundles(page);
    await page.goto(first);
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await settled(page);
    await enter(page, `demo.${role}`, server.staff[role]);
    await page.waitForURL(`**${first}`);
    await page.locator(".who").waitFor();
    await settled(page);
    await page.waitForLoadState("networkidle");
    note(`bytes up to the first page: ${bytes}`);
    assert.ok(bytes > 100_000 && bytes <= HEAVIEST, `${bytes}`);
    assert.deepEqual([...asked], [chapter]);
    await page.evaluate(() => { window.stays = true; });
    const other = known.startsWith("/") ? known : await page.locator(`main a[href*="${known}"]`).first().getAttribute("href");
    const listed = page.locator(`#menu a[href="${other}"]`);
    const inMenu = (await listed.count()) > 0;
    if (inMenu) await page.getByRole("button", { name: "Danh mục chức năng" }).click();
    await (inMenu ? listed : page.locator(`main a[href="${other}"]`)).first().click();
    await page.waitForURL(`**${other}`);
    await page.locator("#heading:focus").waitFor();
    assert.ok(await page.evaluate(() => window.stays), "no reload");
    await page.goBack();
    await page.waitForURL(`**${first}`);
    await settled(page);
    assert.ok(await page.evaluate(() => window.stays), "nor by going back");
    await page.goto(`/van-phong/dang-nhap?next=${encodeURIComponent(first)}`);
    await settled(page);
    assert.deepEqual([...asked], [chapter], "signing in is in the bundle of the page asked for");
  });
}

journey("from chapter to chapter by keyboard, in English, and nothing is shown after signing out", { demo: true, expected: refused }, async ({ page, server }) => {
  const asked = bundles(page);
  await signIn(page, server, "viewer");
  await settled(page);
  await page.goto("/van-phong?lang=en");
  for (const [chapter, path] of [["books", "/van-phong/don-vi"], ["details", "/van-phong/chi-so"]]) {
    await press(page, "Tab", ".menu > button");
    await page.keyboard.press("Enter");
    await press(page, "Tab", `#menu a[href='${path}?lang=en']`);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${path}?lang=en`);
    await page.locator("#heading:focus").waitFor();
    await page.locator(".menu > button").focus();
    await stands(page);
    assert.ok(asked.has(chapter));
  }
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  for (let back = 0; back < 3; back += 1) {
    await page.goBack();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    assert.equal(await page.locator(".who, table").count(), 0);
  }
});
