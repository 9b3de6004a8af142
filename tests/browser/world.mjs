// A server of its own for each journey, and a browser whose every complaint is a failure.
import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const HAILONG =
  process.env.HAILONG_BIN ?? fileURLToPath(new URL("../../target/debug/hailong", import.meta.url));
const PATIENCE = 30_000;
const HEADER = "code,title,title_en,instrument,unit,channel,sampling,valid_from,valid_to";
/// The campaigns of a server that is told no others: the 16 criteria, and the quick ballot.
const CAMPAIGNS = [
  "thu,Khảo sát thử,Trial survey,sipas-service/1,,in_person,open_link,2024-01-01,",
  "nhanh,Phiếu nhanh thử,Quick trial,quick/1,,in_person,counter_qr,2024-01-01,",
];
const POINTS = ["q1,Quầy số 1,Counter 1,in_person,2024-01-01,"];

/// Starts a server on a new database that holds the demo, or these campaigns and one counter.
/// `staff` are the passwords of the demo's accounts by role. `files` are further imports: kind, head and rows. Its floors are 1, so that a single ballot shows in what is published.
export async function serve({ demo = false, campaigns = CAMPAIGNS, files = [], env = {} } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "hailong-"));
  const floors = demo ? {} : { HAILONG_MIN_CELL: "1", HAILONG_MIN_INDEX: "1" };
  const options = { env: { ...around(folder), ...floors, ...env } };
  const load = (...words) => promisify(execFile)(HAILONG, words, options);
  await clearOfATurn();
  let staff = {};
  if (demo) {
    prepared ??= prepareDemo();
    ({ staff } = await prepared);
    await cp((await prepared).folder, folder, { recursive: true });
  } else {
    const points = "code,name,name_en,channel,valid_from,valid_to";
    await load("import", "service-points", await sheet(folder, "points", points, POINTS));
    await load("import", "campaigns", await sheet(folder, "campaigns", HEADER, campaigns));
  }
  for (const [kind, header, rows] of files) await load("import", kind, await sheet(folder, kind, header, rows));
  const child = spawn(HAILONG, ["serve"], { ...options, stdio: ["ignore", "pipe", "pipe"] });
  const log = [];
  child.stderr.on("data", (text) => log.push(text));
  const gone = once(child, "exit");
  const url = await Promise.race([listening(child.stdout), gone]);
  assert.equal(typeof url, "string", `the server did not start: ${log.join("")}`);
  const index = (by, more = "") => live({ url, folder, options, staff }, `by=${by}${more}`);
  const stop = async () => {
    child.kill("SIGTERM");
    const [code] = await gone;
    await rm(folder, { recursive: true });
    assert.equal(code, 0, log.join(""));
  };
  // Without the times: their six digits after the point may be anybody's pin.
  const told = () => log.join("").replaceAll(/^\S*\d{4}-\d\d-\d\dT\S+ /gm, "");
  /// The address of the device at a service point.
  const kiosk = async (point) => new URL((await load("kiosk", point)).stdout.trim());
  return { url, staff, index, stop, kiosk, verify: () => load("verify"), log: told };
}

/// The index as the office's leaders read it now. A world without the demo has no leaders: they are put
/// into a copy of it, so that its own books stay as they are.
async function live({ url, folder, options, staff }, question) {
  if (staff.leadership) return asLeader(url, "demo.leadership", staff.leadership, question);
  const copy = await mkdtemp(join(tmpdir(), "hailong-live-"));
  await cp(folder, copy, { recursive: true });
  const env = { ...options.env, HAILONG_DATA_DIR: copy };
  const load = (...words) => promisify(execFile)(HAILONG, words, { env });
  const [file, password] = [join(copy, "password"), "kẹo lạc gõ cửa đêm mưa"];
  await writeFile(file, password);
  await load("import", "units", await sheet(copy, "leaders", "code,name,valid_from", ["LANHDAO,Lãnh đạo,2020-01-01"]));
  await load("user", "add", "leader", "--role", "leadership", "--unit", "LANHDAO", "--full-name", "Leader", "--password-file", file);
  const child = spawn(HAILONG, ["serve"], { env, stdio: ["ignore", "pipe", "ignore"] });
  const gone = once(child, "exit");
  try {
    const there = await Promise.race([listening(child.stdout), gone]);
    return await asLeader(there, "leader", password, question);
  } finally {
    child.kill("SIGTERM");
    await gone;
    await rm(copy, { recursive: true });
  }
}

async function asLeader(url, name, password, question) {
  const headers = { "content-type": "application/json", origin: url, "sec-fetch-site": "same-origin" };
  const body = JSON.stringify({ name, password });
  const session = await fetch(`${url}/api/v1/office/session`, { method: "POST", headers, body });
  const cookie = session.headers.getSetCookie().map((it) => it.split(";")[0]).join("; ");
  const reply = await fetch(`${url}/api/v1/office/index?${question}`, { headers: { cookie, "sec-fetch-site": "same-origin" } });
  assert.equal(reply.status, 200, await session.text());
  return reply.json();
}

/// The environment of a server whose files are in this folder.
function around(folder) {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("HAILONG_"));
  const own = { HAILONG_DATA_DIR: folder, HAILONG_LISTEN: "127.0.0.1:0", HAILONG_TEST_SHORTCUTS: "1" };
  return { ...Object.fromEntries(others), ...own };
}

/// The demo, made once for each file of journeys; every server of it stands on a copy.
let prepared;
after(async () => prepared && rm((await prepared).folder, { recursive: true }));

async function prepareDemo() {
  const folder = await mkdtemp(join(tmpdir(), "hailong-demo-"));
  const { stdout } = await promisify(execFile)(HAILONG, ["demo"], { env: around(folder) });
  const pairs = [...stdout.matchAll(/demo\.(\w+) +(\S+)/g)];
  return { folder, staff: Object.fromEntries(pairs.map(([, role, word]) => [role, word])) };
}

/// Waits where ten minutes are about to end: the server counts crowds in them, and days end with some.
async function clearOfATurn() {
  const left = 600_000 - (Date.now() % 600_000);
  if (left < 10_000) await pause(left);
}

async function sheet(folder, name, header, rows) {
  const file = join(folder, `${name}.csv`);
  await writeFile(file, [header, ...rows, ""].join("\n"));
  return file;
}

/// The first address on this machine that the server tells.
function listening(stdout) {
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on("line", (line) => {
      const told = line.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (told) resolve(told[0]);
    });
  });
}

let browser;
after(async () => (await browser)?.close());

const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
const HOME = ["--disable-background-networking", "--disable-component-update"];

function launch() {
  const args = [...QUIET, ...HOME];
  const executablePath = "/usr/bin/chromium";
  return chromium.launch({ executablePath, args, chromiumSandbox: false, timeout: PATIENCE });
}

/// A phone, as most people hold one; with `TOUCH` it has no mouse and no keyboard.
export const PHONE = { width: 360, height: 740 };
export const TOUCH = { viewport: PHONE, isMobile: true, hasTouch: true };

/// Opens a page at the server and hands it to `tell`. Whatever the console, the page or the
/// network complains of fails it, unless it is `expected`; so does any request to elsewhere.
export async function visit(server, { scripts = true, expected = /^$/, ...options }, tell) {
  browser ??= launch();
  const context = await (await browser).newContext({
    baseURL: server.url,
    javaScriptEnabled: scripts,
    viewport: PHONE,
    locale: "vi-VN",
    reducedMotion: "reduce",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  const complaints = [];
  const complain = (text) => expected.test(text) || complaints.push(text);
  context.on("console", (said) => said.type() === "error" && complain(`${said.text()} ${said.location().url}`));
  context.on("weberror", (thrown) => complain(String(thrown.error())));
  context.on("request", (asked) => asked.url().startsWith(server.url) || complain(asked.url()));
  try {
    await tell(await context.newPage(), context);
  } finally {
    await context.close();
  }
  assert.deepEqual(complaints, []);
}

/// A test with a server and a page of its own. `options` are those of `serve` and `visit`.
export function journey(name, { demo, campaigns, files, env, ...options }, tell) {
  test(name, { timeout: 180_000 }, async (t) => {
    const note = (text) => t.diagnostic(text);
    const server = await serve({ demo, campaigns, files, env });
    try {
      await visit(server, options, (page, context) => tell({ server, page, context, note }));
    } finally {
      await server.stop();
    }
  });
}
