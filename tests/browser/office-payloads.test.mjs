// Markup kept in every name, note and comment there is, and looked at on every page that shows it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { OFFICE } from "./pages.mjs";
import { dayIn, refused, settled, signIn } from "./staff.mjs";
import { journey } from "./world.mjs";

const BOMB = `"'><script>window.hit=1</script><img src=x onerror=window.hit=1><svg onload=window.hit=1>`;
const NAME = `${BOMB}</title></textarea></script>{{7*7}}`;
const WORDS = { vi: NAME, en: NAME };

/// A call of the office, as its pages send it; it must be taken.
async function call(page, method, path, body) {
  const send = async ([method, path, body]) => {
    const headers = { "content-type": "application/json" };
    const reply = await fetch(`/api/v1/office${path}`, { method, headers, body: body && JSON.stringify(body) });
    return [reply.status, await reply.text()];
  };
  const [status, text] = await page.evaluate(send, [method, path, body]);
  assert.ok(status < 300, `${method} ${path}: ${status} ${text}`);
  return text && JSON.parse(text);
}

/// Markup in all the office keeps.
async function plant(page, server) {
  await signIn(page, server, "administrator");
  const unit = { code: "XSS", name: WORDS, parent: "SCT", from: "2026-01-01", decision: NAME, note: NAME };
  await call(page, "POST", "/units", unit);
  await call(page, "POST", "/keys", { label: BOMB, actions: ["read_books"], unit: null, days: 9 });
  const { state, settings } = await call(page, "GET", "/settings");
  const heads = { letterhead_above: NAME, letterhead: NAME, place: NAME };
  await call(page, "PUT", "/settings", { based_on: state, settings: { ...settings, ...heads } });
  await call(page, "PUT", "/accounts/demo.viewer", { full_name: BOMB.slice(0, 60) + "<b>", role: "viewer", unit: "XSS", disabled: false });
  await page.getByRole("button", { name: "Đăng xuất" }).click();
  await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  await signIn(page, server, "office");
  const from = "2026-01-01";
  await call(page, "POST", "/procedures", { code: "1.990001", name: WORDS, field: NAME, unit: "XSS", days: 5, from, until: null, note: NAME });
  await call(page, "POST", "/service-points", { code: "xss", name: WORDS, channel: "in_person", from, until: null });
  const campaign = { code: "xss", title: WORDS, instrument: "quick/1", unit: "XSS", channel: "in_person", sampling: "open_link" };
  await call(page, "POST", "/campaigns", { ...campaign, from, until: null, quota: null });
  await call(page, "POST", "/targets", { indicator: "satisfaction", unit: "XSS", year: 2026, value: 9000, basis: NAME });
  const year = dayIn(0).slice(0, 4);
  const calendar = await call(page, "GET", `/calendar/${year}`);
  const days = [...calendar.days, { day: `${year}-12-30`, kind: "holiday", name: NAME }];
  const change = { based_on: calendar.state, days };
  const { version } = await call(page, "POST", `/calendar/${year}/outlook`, change);
  await call(page, "PUT", `/calendar/${year}`, { ...change, outlook: version });
  for (let at = 0; at < 30; at += 1) {
    const ballot = { id: randomUUID(), campaign: "xss", service_point: "xss", procedure: "1.990001", answers: [{ item: "O1", level: 4 }] };
    const kept = await page.request.post("/api/v1/ballots", { data: { ...ballot, comment: NAME } });
    assert.equal(kept.status(), 201, await kept.text());
  }
}

/// Nothing of it became an element, nothing ran, and nothing had to be stopped from running.
async function isText(page, violations) {
  const strange = "script:not([src]):not([type='application/json']), img, iframe, b b, [onerror], [onload], main title";
  assert.equal(await page.locator(strange).count(), 0, page.url());
  assert.equal(await page.evaluate(() => window.hit), undefined, page.url());
  assert.deepEqual(violations, [], page.url());
}

const SHOWN = {
  administrator: ["/don-vi/XSS", "/don-vi/XSS/phien-ban", "/don-vi/XSS/phien-ban/2026-01-01", "/don-vi/XSS/tach", "/don-vi/FILE", "/khoa/1", "/nguoi-dung/demo.viewer"],
  office: ["/thu-tuc/1.990001", "/diem-tiep-nhan/xss", "/dot-khao-sat/xss", "/muc-tieu/1", "/lich", "/y-kien"],
  inspector: ["/y-kien", "/nhat-ky", "/nhat-ky?lang=en", "/nguoi-dung"],
  viewer: ["", "/tai-khoan", "/muc-tieu", "/lich", "/dot-khao-sat/xss"],
};
const PUBLIC = ["/", "/?lang=en", "/s/xss", "/s/xss?p=xss", "/s/xss?p=xss&lang=en", "/s/xss/poster", "/s/xss/poster?p=xss", "/ket-qua", "/ket-qua?lang=en"];

const quoted = `"${NAME.replaceAll('"', '""')}"`;
const files = [["units", "code,name,name_en,parent,valid_from,valid_to,decision,note", [`FILE,${quoted},${quoted},SCT,2026-01-01,,${quoted},${quoted}`]]];

journey("markup kept anywhere is text on every page, on paper, and in an imported file", { demo: true, files, expected: refused, viewport: { width: 1440, height: 900 } }, async ({ page, context, server }) => {
  const violations = [];
  await context.exposeFunction("violated", (what) => violations.push(what));
  await context.addInitScript(() => document.addEventListener("securitypolicyviolation", (it) => window.violated(it.violatedDirective)));
  await plant(page, server);
  const seen = new Set();
  for (const [role, more] of Object.entries(SHOWN)) {
    await page.goto("/van-phong");
    await page.locator(".who button").click();
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
    await signIn(page, server, role);
    for (const path of [...(OFFICE[role] ?? []), ...more]) {
      await page.goto(`/van-phong${path}`);
      await settled(page);
      await isText(page, violations);
      const bare = (it) => [it.innerText, ...[...it.querySelectorAll("input, textarea, option")].map((field) => field.value + field.text)].join();
      if ((await page.locator("body").evaluate(bare)).includes("<script>window.hit=1</script>")) seen.add(path.split("?")[0]);
      await page.emulateMedia({ media: "print" });
      await isText(page, violations);
      await page.emulateMedia({ media: "screen" });
    }
  }
  // Where it has to be seen, or the test would look past it.
  for (const path of ["/don-vi", "/don-vi/XSS", "/don-vi/FILE", "/don-vi/XSS/phien-ban/2026-01-01", "/don-vi/XSS/tach", "/sap-nhap", "/thu-tuc", "/thu-tuc/1.990001", "/diem-tiep-nhan/xss", "/dot-khao-sat", "/dot-khao-sat/xss", "/muc-tieu", "/khoa", "/cai-dat", "/lich", "/y-kien", "/nhat-ky", "/nguoi-dung"]) {
    assert.ok(seen.has(path), `${path} shows none of it`);
  }
  for (const address of PUBLIC) {
    await page.goto(address);
    await isText(page, violations);
    await page.emulateMedia({ media: "print" });
    await isText(page, violations);
    await page.emulateMedia({ media: "screen" });
  }
});
