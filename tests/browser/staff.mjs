// Staff at their desks: how they sign in, what their authenticator shows, what their keyboard does.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { beyond, findings } from "./judge.mjs";

/// Signs one of the demo's roles in, from wherever the page is; without a page asked for, at home.
export async function signIn(page, server, role, address = "/van-phong") {
  await page.goto(address);
  await enter(page, `demo.${role}`, server.staff[role]);
  await page.locator(".who").waitFor();
}

/// Fills in the form of signing in and sends it.
export async function enter(page, name, password) {
  await page.getByLabel("Tên đăng nhập").fill(name);
  await page.getByLabel("Mật khẩu").fill(password);
  await page.getByRole("button", { name: "Đăng nhập", exact: true }).click();
}

/// What a new page of the office sends while nobody is signed in is refused, and Chromium says so.
export const refused = /status of 401/;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The code of six digits (RFC 6238) that an authenticator shows for a secret at a moment.
export function totp(secret, moment = Date.now()) {
  const bits = [...secret.replace(/\s/g, "")]
    .map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(moment / 30_000)));
  const hash = createHmac("sha1", key).update(step).digest();
  const start = hash[19] & 15;
  const number = (hash.readUInt32BE(start) & 0x7fffffff) % 1_000_000;
  return String(number).padStart(6, "0");
}

/// What the menu offers.
export const offered = (page) => page.locator("#menu a").allTextContents();

/// Presses a key until something has the focus, and says how often.
export async function press(page, key, selector) {
  for (let times = 1; times < 80; times += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return times;
  }
  throw new Error(`${key} never came to ${selector}`);
}

/// Goes on by Tab to a field and types there.
export async function typeAt(page, selector, text) {
  await press(page, "Tab", selector);
  await page.keyboard.type(text);
}

/// Waits until nothing on the page is on its way any more.
export const settled = (page) =>
  page.waitForFunction(() => document.querySelector("#heading") && !document.querySelector(".waiting, [aria-busy=true]"));

/// The page as it stands has nothing that axe minds, and fits the screen.
export async function stands(page) {
  await settled(page);
  assert.deepEqual(await findings(page), [], page.url());
  assert.ok((await beyond(page)) <= 0, `${page.url()} scrolls sideways`);
}

/// What the page says it has done.
export const noted = (page, text) => page.getByRole("status").getByText(text).waitFor();

/// Every call of the office that the page makes from now on.
export function calls(page) {
  const made = [];
  page.on("request", (asked) => {
    const [, call] = asked.url().split("/api/v1/office");
    if (call) made.push(`${asked.method()} ${call}`);
  });
  return made;
}

/// A change was sent once, and the page shows its reply: nothing asked for the same once more.
export async function once(page, made, change, shown = change.split(" ")[1]) {
  await settled(page);
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
  const about = made.splice(0).filter((it) => !it.startsWith("GET ") || it === `GET ${shown}`);
  assert.deepEqual(about, [change]);
}

/// A day at +07:00, so many days from today, as a date field takes it.
export const dayIn = (days) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
