// Filling in the survey as a person does: by what is read on the screen and pressed.
import assert from "node:assert/strict";

/// One answer for each of the 18 questions; E is left to "không áp dụng".
export const LEVELS = {
  ...{ A1: "5", A2: "4", A3: "3", B1: "4", B2: "5", B3: "5", B4: "2", C1: "5", C2: "4" },
  ...{ C3: "4", D1: "1", D2: "4", D3: "3", E1: "na", E2: "na", E3: "na", I1: "1", I2: "2" },
};
const CODES = Object.keys(LEVELS);

/// The row of one answer.
export const row = (page, code, level) =>
  page.locator(`label:has(input[name="a.${code}"][value="${level}"])`);

export const chosen = (page, code) => page.locator(`input[name="a.${code}"]:checked`);
export const send = (page) => page.getByRole("button", { name: /^Gửi/ });
export const faults = (page) => page.locator("#faults li");
export const question = (page) => page.locator("fieldset:visible");

/// Presses an answer for each question of the plain form.
export async function fill(page, levels = LEVELS) {
  for (const [code, level] of Object.entries(levels)) await row(page, code, level).click();
}

/// Opens the survey and goes from its first screen to the first question.
export async function open(page, address = "/s/thu") {
  await page.goto(address);
  await begin(page);
}

/// Goes from the first screen to the first question, once the scripts are there; by key, since a tap on the
/// spot of the last one is spared for a moment.
export async function begin(page) {
  await page.locator("#survey.stepped").waitFor();
  await page.getByRole("button", { name: /^(Bắt đầu|Start)$/ }).press("Enter");
  await page.locator("#survey.stepped:not(.fresh, .settling)").waitFor();
}

/// Answers one question after the other until the last step; a question without a level is skipped.
export async function walk(page, levels = LEVELS) {
  for (const code of CODES) {
    await (code === CODES[0] ? page.locator(`#a-${code}`).waitFor() : on(page, code));
    if (levels[code]) await row(page, code, levels[code]).click();
    else await page.getByRole("button", { name: "Bỏ qua" }).click();
  }
  await on(page);
}

/// Waits until a question, or without a code the last step, is the one on view, has the focus, and
/// takes what is pressed.
export async function on(page, code) {
  await page.locator(code ? `#a-${code}:focus` : "#last:focus").waitFor();
  await page.locator("#survey:not(.settling)").waitFor();
}

/// The receipt on the thank-you page, whichever side drew it.
export async function receipt(page) {
  await page.getByRole("heading", { name: "Cảm ơn anh/chị!" }).waitFor();
  const code = await page.locator(".code").innerText();
  assert.match(code, /^[0-9A-Z]{4}(-[0-9A-Z]{2,4})+$/);
  assert.match(page.url(), /\/s\/\w+\/thanks(\?lang=en)?$/, "the address tells nothing");
  return code;
}

/// Every call that sends a ballot, as it leaves the page.
export function sentFrom(page) {
  const sent = [];
  page.on("request", (asked) => asked.method() === "POST" && sent.push(asked.postDataJSON()));
  return sent;
}

/// How many ballots the public figures hold.
export async function ballots(server) {
  const { rows } = await server.index("month");
  return rows.reduce((sum, { n }) => sum + n, 0);
}
