// Every page of the demo, and how a person comes to see it; the pages of the office by their address.
import { fill, on, open, row, send } from "./ballot.mjs";

const SURVEY = "/s/sipas-2026?p=quay-1&procedure=2.000004";

/// The form as it is without scripts; they are only kept from coming, so that a page can be examined.
async function plain(page, address) {
  await page.route("**/citizen-start.js", (route) => route.abort(), { times: 1 });
  await page.goto(address);
}

async function quickToLast(page, address) {
  await open(page, address);
  for (const code of ["O1", "A0", "B0", "C0", "D0", "E0"]) {
    await page.locator(`#a-${code}`).waitFor();
    await row(page, code, "4").click();
  }
  await on(page);
}

export const PAGES = {
  home: (page) => page.goto("/"),
  "home-en": (page) => page.goto("/?lang=en"),
  about: (page) => page.goto("/s/sipas-2026?p=quay-1"),
  "about-found": (page) => page.goto("/s/sipas-2026?p=quay-1&q=an+toan&lang=en"),
  "about-unit": (page) => page.goto("/s/sipas-2026?p=quay-1&about=unit"),
  "survey-plain": (page) => plain(page, SURVEY),
  "survey-plain-en": (page) => plain(page, `${SURVEY}&lang=en`),
  "survey-start": async (page) => {
    await page.goto(SURVEY);
    await page.locator(".begin").waitFor();
  },
  "survey-first": (page) => open(page, SURVEY),
  "survey-first-en": (page) => open(page, `${SURVEY}&lang=en`),
  "survey-chosen": async (page) => {
    await open(page, SURVEY);
    await row(page, "A1", "4").click();
    await on(page, "A2");
    await row(page, "A2", "2").locator("input").focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Bỏ chọn" }).waitFor();
  },
  "survey-last": async (page) => {
    await quickToLast(page, "/s/nhanh?p=quay-1&procedure=2.000004");
    await page.locator("summary").click();
  },
  "survey-failed": async (page) => {
    await quickToLast(page, "/s/nhanh?p=quay-1&procedure=2.000004");
    await page.route("**/api/v1/ballots", (route) => route.abort());
    await send(page).click();
    // What is said gets the focus a moment after it is there.
    await page.locator("[role=alert]:focus").waitFor();
  },
  faults: async (page) => {
    await plain(page, SURVEY);
    await fill(page, { A1: "4", B2: "2" });
    await page.locator("#comment").fill("Phòng chờ hơi nóng. ".repeat(120));
    await page.locator("[name='a.C1'][value='5']").evaluate((option) => { option.value = "9"; });
    await page.locator("[name='a.C1'][value='9']").check();
    await send(page).click();
    await page.locator("#faults").waitFor();
    await page.getByRole("button", { name: "Bỏ chọn" }).last().waitFor();
  },
  thanks: async (page) => {
    await quickToLast(page, "/s/nhanh?p=quay-1&procedure=2.000004");
    await send(page).click();
    await page.locator("#thanks").waitFor();
  },
  results: (page) => page.goto("/ket-qua"),
  "results-en": (page) => page.goto("/ket-qua?lang=en"),
  "results-none": (page) => page.goto("/ket-qua?period=2020-01"),
  "results-faults": (page) => page.goto("/ket-qua?period=x&method=y"),
  own: (page) => page.goto("/phieu"),
  feedback: (page) => page.goto("/gop-y?p=quay-1"),
  "feedback-en": (page) => page.goto("/gop-y?lang=en"),
  published: (page) => page.goto("/cong-khai"),
  track: (page) => page.goto("/tra-cuu"),
  privacy: (page) => page.goto("/quyen-rieng-tu"),
  access: (page) => page.goto("/ho-tro-tiep-can?lang=en"),
  poster: (page) => page.goto("/s/nhanh/poster?p=quay-1"),
  slips: (page) => page.goto("/s/nhanh/slips?p=quay-1&procedure=2.000004"),
  "at-counter": (page) => page.goto("/s/nhanh"),
  "not-found": (page) => page.goto("/khong-co"),
  office: async (page) => {
    await page.goto("/van-phong");
    await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
  },
};

/// Pages of the office, by the role that sees most of them.
export const OFFICE = {
  administrator: [
    ...["", "/tai-khoan", "/tai-khoan/hai-buoc", "/tai-khoan/ma-khoi-phuc", "/nguoi-dung", "/nguoi-dung/demo.head", "/them/nguoi-dung"],
    ...["/don-vi", "/don-vi/QLTM", "/don-vi/QLTM/phien-ban", "/don-vi/QLTM/phien-ban/2016-01-01", "/don-vi/QLTM/tach", "/sap-nhap", "/them/don-vi"],
    ...["/khoa", "/them/khoa", "/thong-bao", "/chuong-trinh", "/them/chuong-trinh", "/cai-dat", "/nhat-ky", "/khong-co", "/dot-khao-sat/sipas-2026/nguoi-duoc-moi?lang=en"],
  ],
  office: [
    ...["/thu-tuc", "/thu-tuc?q=khongcogi", "/them/thu-tuc", "/diem-tiep-nhan", "/diem-tiep-nhan/quay-1"],
    ...["/dot-khao-sat", "/dot-khao-sat/nhanh", "/dot-khao-sat/sipas-2026/nguoi-duoc-moi", "/them/dot-khao-sat", "/lich", "/muc-tieu", "/them/muc-tieu", "/kho-khan", "/them/kho-khan", "/y-kien"],
    ...["/gop-y", "/gop-y?tab=overdue", "/gop-y?tab=finished&q=khongcogi", "/them/gop-y", "/nhap/gop-y", "/mau-tra-loi"],
    ...["/so-lieu-gop-y?period=2026", "/so-lieu-gop-y?by=month&period=2020-q1", "/gop-y?figure=handled&period=2026"],
  ],
  inspector: ["", "/chi-so", "/xac-nhan", "/nhat-ky", "/nguoi-dung/demo.head", "/don-vi?lang=en", "/nhat-ky?lang=en"],
};

/// Chromium notes pages told with 404 and 422, and calls that fail, in the console.
export const expected = /status of (404|422)|Failed to load resource/;
