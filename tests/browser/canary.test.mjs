// What a person writes about themselves stays in no browser, no address and no log.
import assert from "node:assert/strict";
import { on, open, receipt, row, send } from "./ballot.mjs";
import { refused, signIn } from "./staff.mjs";
import { journey } from "./world.mjs";

/// Invented, and unlike anything else.
const CANARIES = ["0900987654", "Chim Hoàng Yến", "chim.yen@example.vn"];
const COMMENT = `Gọi ${CANARIES.join(", ")} nhé`;
const QUICK = { O1: "5", A0: "4", B0: "4", C0: "3", D0: "5", E0: "na" };

/// Everything a browser keeps for this page's origin, as text.
function kept(page) {
  return page.evaluate(async () => {
    const shelves = [localStorage, sessionStorage].map((shelf) => JSON.stringify({ ...shelf }));
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const rows = [];
    for (const name of databases) {
      const db = await new Promise((done) => { indexedDB.open(name).onsuccess = (it) => done(it.target.result); });
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        rows.push(JSON.stringify(await new Promise((done) => { all.onsuccess = () => done(all.result); })));
      }
      db.close();
    }
    const cached = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const asked of await cache.keys()) {
        cached.push(asked.url, await (await cache.match(asked)).text());
      }
    }
    return [...shelves, ...databases, ...rows, ...cached, document.cookie, location.href].join("\n");
  });
}

/// None of the words is in a text.
function clean(text, words, place) {
  for (const word of words) assert.ok(!text.includes(word), `${word} is in ${place}: ${text}`);
}

/// Every address that is asked for, with whom it was asked from.
function addresses(context) {
  const asked = [];
  context.on("request", (it) => asked.push(decodeURIComponent(it.url()), it.headers().referer ?? ""));
  return asked;
}

/// Answers the quick ballot up to the comment.
async function fillQuick(page) {
  await open(page, "/s/nhanh");
  for (const [code, level] of Object.entries(QUICK)) {
    await page.locator(`#a-${code}`).waitFor();
    await row(page, code, level).click();
  }
  await on(page);
  await page.locator("#comment").fill(COMMENT);
}

journey("after sending and taking back nothing personal is left in the browser or on the way", {}, async ({ server, page, context }) => {
  const asked = addresses(context);
  await fillQuick(page);
  assert.ok((await kept(page)).includes(CANARIES[0]), "the draft is kept until it is sent");
  await send(page).click();
  const code = await receipt(page);
  const pin = await page.locator(".pin").innerText();
  clean(await kept(page), [...CANARIES, code, pin], "the browser after sending");
  await page.reload();
  assert.equal(await receipt(page), code, "a reload shows it again");
  assert.equal(await page.locator(".pin").innerText(), pin);

  await page.goto("/phieu");
  await page.getByLabel("Mã biên nhận").fill(code);
  await page.getByLabel("Mã PIN").fill(pin);
  await page.getByRole("button", { name: "Xem phiếu" }).click();
  await page.getByText(CANARIES[1]).waitFor();
  await page.getByRole("button", { name: "Rút cả phiếu" }).click();
  await page.getByRole("button", { name: "Rút cả phiếu" }).click();
  await page.getByRole("heading", { name: "Phiếu đã được rút" }).waitFor();
  clean(await kept(page), [...CANARIES, code, pin], "the browser after taking back");
  clean(asked.join("\n"), [...CANARIES, code, pin], "an address");
  clean(server.log(), [...CANARIES, code, pin], "the log");
});

journey("on a shared phone the next person finds no receipt by going back", {}, async ({ page }) => {
  await fillQuick(page);
  await send(page).click();
  const code = await receipt(page);
  // By key: a tap this soon after the one that sent it would be its second half.
  await page.getByRole("link", { name: "Xem kết quả khảo sát" }).press("Enter");
  await page.getByRole("heading", { name: "Kết quả khảo sát" }).waitFor();
  await page.goBack();
  await page.getByText("không hiện lại").waitFor();
  assert.ok(!(await page.content()).includes(code));
});

journey("without scripts a ballot is corrected, and no address tells the receipt", { scripts: false }, async ({ server, page, context }) => {
  const asked = addresses(context);
  await page.goto("/s/nhanh");
  await row(page, "O1", "2").click();
  await page.locator("#comment").fill(COMMENT);
  await send(page).click();
  const code = await receipt(page);
  const pin = await page.locator(".pin").innerText();
  await page.getByRole("link", { name: "Xem, sửa hoặc rút phiếu" }).click();
  await page.getByLabel("Mã biên nhận").fill(code);
  await page.getByLabel("Mã PIN").fill(pin);
  await page.getByRole("button", { name: "Xem phiếu" }).click();
  await page.getByRole("button", { name: "Sửa phiếu" }).click();
  assert.equal(await page.locator("#comment").inputValue(), COMMENT);
  await row(page, "O1", "5").click();
  await page.locator("#comment").fill("Phục vụ tốt.");
  await page.getByRole("button", { name: "Lưu nội dung đã sửa" }).click();
  await page.getByRole("heading", { name: "Phiếu đã được sửa" }).waitFor();
  const { total } = await server.index("item");
  assert.deepEqual([total.num, total.den], [1, 1]);
  await page.goto("/s/nhanh/thanks");
  await page.getByText("không hiện lại").waitFor();
  clean(asked.join("\n"), [...CANARIES, code, pin], "an address");
  clean(server.log(), [...CANARIES, code, pin], "the log");
});

journey("after staff signed out nothing of a comment they read is left in their browser", { demo: true, expected: refused }, async ({ server, page, context }) => {
  const asked = addresses(context);
  const ballot = { id: crypto.randomUUID(), campaign: "sipas-2026", answers: [], comment: COMMENT };
  const sent = await fetch(`${server.url}/api/v1/ballots`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(ballot),
  });
  assert.equal(sent.status, 201);
  await signIn(page, server, "office", "/van-phong/y-kien");
  await page.getByText("nhé").first().waitFor();
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByLabel("Tên đăng nhập").waitFor();
  clean(await kept(page), [...CANARIES, "nhé"], "the browser after signing out");
  clean(asked.join("\n"), CANARIES, "an address");
  clean(server.log(), CANARIES, "the log");
});
