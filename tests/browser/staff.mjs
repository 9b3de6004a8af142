// Staff at their desks: how they sign in, and what their authenticator shows.
import { createHmac } from "node:crypto";

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
